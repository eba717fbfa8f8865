import type { contactListed, DataOf, OutreachStage } from '@salvatempo/contracts';
import { derivedId, type JsonObject } from '@salvatempo/kernel';

type Listed = DataOf<typeof contactListed>;

/** A firm to be contacted, and how far that is. `met` follows `invited`, which follows `contacted`; steps may be left out. */
export type Contact =
  | { readonly status: 'absent' }
  | (Listed & { readonly status: 'listed' | 'contacted' | 'invited' | 'met' | 'joined'; readonly lastDay?: string });
export type KnownContact = Exclude<Contact, { status: 'absent' }>;

export const contact = { service: 'companies', name: 'contact', prefix: 'ctc', schema: 1, initial: { status: 'absent' } as Contact };

/** By the id that the firm will have once it registers: so the contact is found from it. */
export const contactIdOf = (firmId: string): string => derivedId('ctc', firmId);

export const OUTREACH_STAGES: readonly OutreachStage[] = ['contacted', 'invited', 'met'];

/** How far a status is, counted from 0; joined is farther than everything. */
export const farOf = (status: KnownContact['status']): number => ['listed', ...OUTREACH_STAGES, 'joined'].indexOf(status);

/** Kept beside the state and in no event: of a sole trader both are personal data. */
export interface ContactCard {
  readonly name: string;
  readonly vatNumber: string;
}

export const contactCardOf = (personal: Readonly<Record<string, unknown>> | undefined): ContactCard => ({
  name: String(personal?.['name'] ?? ''),
  vatNumber: String(personal?.['vatNumber'] ?? ''),
});

export const personalOfContact = ({ name, vatNumber }: ContactCard): JsonObject => ({ name, vatNumber });
