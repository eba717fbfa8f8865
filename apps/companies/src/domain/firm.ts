import type { firmRegistered, DataOf } from '@salvatempo/contracts';
import { derivedId, type JsonObject } from '@salvatempo/kernel';

export type FirmFacts = DataOf<typeof firmRegistered>;

/** A firm of the territory, registered by its owner or somebody who acts for it. */
export type Firm = { readonly status: 'absent' } | ({ readonly status: 'registered' } & FirmFacts);
export type KnownFirm = Exclude<Firm, { status: 'absent' }>;

export const firm = { service: 'companies', name: 'firm', prefix: 'com', schema: 1, initial: { status: 'absent' } as Firm };

/** One partita IVA is one firm; `vatNumber` is normalised. */
export const firmIdOf = (vatNumber: string): string => derivedId('com', 'vat', vatNumber);

/** Kept beside the state and in no event: of a sole trader both are personal data. */
export interface FirmCard {
  readonly name: string;
  readonly vatNumber: string;
}

/** Kept beside the state too, and shown to nobody but the firm and operators. */
export interface FirmContact {
  readonly ownerName?: string;
  readonly ownerSurname?: string;
  readonly ownerFiscalCode?: string;
  /** Without spaces. */
  readonly iban?: string;
}

type Personal = Readonly<Record<string, unknown>> | undefined;
const CONTACT = ['ownerName', 'ownerSurname', 'ownerFiscalCode', 'iban'] as const;

export const firmCardOf = (personal: Personal): FirmCard => ({
  name: String(personal?.['name'] ?? ''),
  vatNumber: String(personal?.['vatNumber'] ?? ''),
});

export const firmContactOf = (personal: Personal): FirmContact =>
  Object.fromEntries(CONTACT.flatMap((field) => (typeof personal?.[field] === 'string' ? [[field, personal[field]]] : [])));

export const personalOfFirm = ({ name, vatNumber, ...contact }: FirmCard & FirmContact): JsonObject => ({ name, vatNumber, ...firmContactOf(contact) }) as JsonObject;
