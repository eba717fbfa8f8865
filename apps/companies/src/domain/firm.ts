import type { firmRegistered, DataOf } from '@salvatempo/contracts';
import { derivedId, type JsonObject } from '@salvatempo/kernel';

export type FirmFacts = DataOf<typeof firmRegistered>;

/** A firm of the territory, registered by its owner or somebody who acts for it. */
export type Firm = { readonly status: 'absent' } | ({ readonly status: 'registered' } & FirmFacts);

export const firm = { service: 'companies', name: 'firm', prefix: 'com', schema: 1, initial: { status: 'absent' } as Firm };

/** One partita IVA is one firm; `vatNumber` is normalised. */
export const firmIdOf = (vatNumber: string): string => derivedId('com', 'vat', vatNumber);

/** Kept beside the state and in no event: of a sole trader both are personal data. */
export interface FirmCard {
  readonly name: string;
  readonly vatNumber: string;
}

export const firmCardOf = (personal: Readonly<Record<string, unknown>> | undefined): FirmCard => ({
  name: String(personal?.['name'] ?? ''),
  vatNumber: String(personal?.['vatNumber'] ?? ''),
});

export const personalOfFirm = ({ name, vatNumber }: FirmCard): JsonObject => ({ name, vatNumber });
