import type { components } from './generated/schema';

/** What the API answers with, as the pages name it. */
type Views = components['schemas'];

export type AccountView = Views['AccountView'];
export type ActivationCodeView = Views['ActivationCodeView'];
export type AllotmentView = Views['AllotmentView'];
export type CallView = Views['CallView'];
export type DossierView = Views['DossierView'];
export type EmployeeView = Views['EmployeeView'];
export type FundView = Views['FundView'];
export type ImportPreview = Views['ImportPreview'];
export type OfferView = Views['OfferView'];
export type OrderView = Views['OrderView'];
export type PaymentView = Views['PaymentView'];
export type ProviderView = Views['ProviderView'];
export type PurchaseTrialView = Views['PurchaseTrialView'];
export type PurchaseView = Views['PurchaseView'];
export type QuestionCounts = Views['QuestionCounts'];
export type QuestionView = Views['QuestionView'];
export type QuoteView = Views['QuoteView'];
export type Role = Views['RoleView']['role'];
export type RuleTrialView = Views['RuleTrialView'];
export type Session = Views['CurrentSessionView'];
export type ShareView = Views['ShareView'];
export type SurveyView = Views['SurveyView'];
export type VoucherView = Views['VoucherView'];
