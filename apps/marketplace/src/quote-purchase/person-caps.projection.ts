import { personCapHeld, personCapReleased, personCapUsed, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** Euro cents of a person's cap in a call that are held or used. */
export interface PersonCapRow {
  readonly personCapId: string;
  readonly heldCents: number;
  readonly usedCents: number;
}

const figures = (_: PersonCapRow | undefined, event: Envelope): PersonCapRow => {
  const { personCapId, heldCents, usedCents } = event.data as unknown as PersonCapRow;
  return { personCapId, heldCents, usedCents };
};

/** What is left of each person's cap, as far as is known here; the cap itself decides. */
export const personCaps: Projection<PersonCapRow> = {
  model: { name: 'marketplace.person-caps', indexes: [] },
  prefix: 'pcp',
  on: { [personCapHeld.type]: figures, [personCapUsed.type]: figures, [personCapReleased.type]: figures },
  place: (row) => ({ tenant: row.personCapId, order: row.personCapId, indexed: {} }),
};
