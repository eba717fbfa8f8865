import type { IntermediaryKind } from '@salvatempo/contracts';
import { derivedId, type JsonObject } from '@salvatempo/kernel';

/** An adviser's office or an association of employers, to which firms give mandates, with who acts for it. */
export type Intermediary =
  | { readonly status: 'absent' }
  | { readonly status: 'registered'; readonly intermediaryId: string; readonly kind: IntermediaryKind; readonly memberIds: readonly string[] };
export type KnownIntermediary = Exclude<Intermediary, { status: 'absent' }>;

export const intermediary = { service: 'companies', name: 'intermediary', prefix: 'itm', schema: 1, initial: { status: 'absent' } as Intermediary };

/** One partita IVA, or codice fiscale of an association, is one of them; `vatNumber` is normalised. */
export const intermediaryIdOf = (vatNumber: string): string => derivedId('itm', 'vat', vatNumber);

export interface MemberCard {
  readonly name: string;
  readonly surname: string;
  readonly fiscalCode: string;
}

/** Kept beside the state and in no event. */
export interface IntermediaryCard {
  readonly name: string;
  readonly vatNumber: string;
  /** By the person's id. */
  readonly members: Readonly<Record<string, MemberCard>>;
}

export const intermediaryCardOf = (personal: Readonly<Record<string, unknown>> | undefined): IntermediaryCard => ({
  name: String(personal?.['name'] ?? ''),
  vatNumber: String(personal?.['vatNumber'] ?? ''),
  members: (personal?.['members'] ?? {}) as IntermediaryCard['members'],
});

export const personalOfIntermediary = (card: IntermediaryCard): JsonObject => ({ ...card }) as unknown as JsonObject;
