import { creditExpiryAnnounced, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What the last mail about a person's credit that expires says. */
export type ExpiryFacts = DataOf<typeof creditExpiryAnnounced>;

export const expiryFacts: Projection<ExpiryFacts> = {
  model: { name: 'identity.expiry-facts', indexes: [] },
  prefix: 'rem',
  on: { [creditExpiryAnnounced.type]: (_, event) => event.data as ExpiryFacts },
  place: ({ personId, remindersId }) => ({ tenant: personId, order: remindersId, indexed: {} }),
};
