import type { JsonObject } from '@salvatempo/kernel';
import { derivedId } from '@salvatempo/kernel';

/** A cooperative or other provider: registered by anybody, and good for offers once an operator accredited it. */
export type Provider =
  | { readonly status: 'absent' }
  | { readonly status: 'registered' | 'accredited'; readonly providerId: string; readonly managerPersonId: string };

export type Registered = Exclude<Provider, { status: 'absent' }>;

export const provider = { service: 'providers', name: 'provider', prefix: 'prv', schema: 1, initial: { status: 'absent' } as Provider };

/** One partita IVA is one provider; `vatNumber` is normalised. */
export const providerIdOf = (vatNumber: string): string => derivedId('prv', 'vat', vatNumber);

/** Kept beside the state and in no event: of a sole trader both would be personal data. */
export interface ProviderCard {
  readonly name: string;
  readonly vatNumber: string;
}

export const cardOf = (personal: Readonly<Record<string, unknown>> | undefined): ProviderCard => ({
  name: String(personal?.['name'] ?? ''),
  vatNumber: String(personal?.['vatNumber'] ?? ''),
});

export const personalOf = ({ name, vatNumber }: ProviderCard): JsonObject => ({ name, vatNumber });
