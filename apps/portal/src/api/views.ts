import type { components } from './generated/schema';

/** What the API answers with, as the pages name it. */
type Views = components['schemas'];

export type AccountView = Views['AccountView'];
export type AllotmentView = Views['AllotmentView'];
export interface EmployeeView { personId: string; name: string; surname: string; fiscalCode: string }
export type CallView = Views['CallView'];
export type FundView = Views['FundView'];
export type OfferView = Views['OfferView'];
export type OrderView = Views['OrderView'];
export type PaymentView = Views['PaymentView'];
export type ProviderView = Views['ProviderView'];
export type PurchaseView = Views['PurchaseView'];
export type QuoteView = Views['QuoteView'];
export type ShareView = Views['ShareView'];
export type VoucherView = Views['VoucherView'];

export type Role = 'operator' | 'firm-admin' | 'employee' | 'provider-admin';

export interface HeldRole { role: Role; organisationId: string; organisationName?: string }
export interface Session { personId: string; displayName?: string; username?: string; roles: HeldRole[] }
export interface ActivationCodeView { personId: string; name: string; code: string; expiresAt: string }
