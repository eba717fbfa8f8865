import { firmRegistered, firmReminded, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** What a mail says of a firm's overdue pro-forma, and whether it still is. */
export type ReminderFacts = Pick<DataOf<typeof firmReminded>, 'coverId' | 'ordinal' | 'overdueCents' | 'dueAt' | 'standing'>;

export const reminderFacts: Projection<ReminderFacts> = {
  model: { name: 'identity.reminder-facts', indexes: [] },
  prefix: 'cov',
  on: {
    [firmReminded.type]: (_, event) => {
      const { coverId, ordinal, overdueCents, dueAt, standing } = event.data as DataOf<typeof firmReminded>;
      return { coverId, ordinal, overdueCents, dueAt, standing };
    },
  },
  // Each event of a cover tells the standing after it.
  otherwise: (row, event: Envelope) => ({ ...row, standing: event.data['standing'] as ReminderFacts['standing'] }),
  place: (row) => ({ tenant: 'territory', order: row.coverId, indexed: {} }),
};

/** Who is told of what concerns a firm. */
export interface FirmOwner {
  readonly firmId: string;
  readonly ownerPersonId: string;
}

export const firmOwners: Projection<FirmOwner> = {
  model: { name: 'identity.firm-owners', indexes: [] },
  prefix: 'com',
  on: {
    [firmRegistered.type]: (_, event) => {
      const { firmId, ownerPersonId } = event.data as DataOf<typeof firmRegistered>;
      return { firmId, ownerPersonId };
    },
  },
  place: (row) => ({ tenant: 'territory', order: row.firmId, indexed: {} }),
};
