import { contactAdvanced, contactJoined, contactListed, type DataOf, type OutreachStage } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** A firm to contact in a list; its name stays in its document. */
export interface ContactRow extends DataOf<typeof contactListed> {
  readonly listedAt: string;
  /** How far it was brought by hand; missing before it was contacted. */
  readonly reached?: OutreachStage;
  readonly lastDay?: string;
  readonly joined: boolean;
}

/** Firms to contact, newest last. */
export const contactList: Projection<ContactRow> = {
  model: { name: 'companies.contact-list', indexes: ['municipality'] },
  prefix: 'ctc',
  on: {
    [contactListed.type]: (_, event) => ({ ...(event.data as DataOf<typeof contactListed>), listedAt: event.time, joined: false }),
    [contactAdvanced.type]: (row, event) => {
      const { stage, reachedOn } = event.data as DataOf<typeof contactAdvanced>;
      return row && { ...row, reached: stage, lastDay: reachedOn };
    },
    [contactJoined.type]: (row) => row && { ...row, joined: true },
  },
  place: (row) => ({ tenant: 'territory', order: `${row.listedAt}/${row.contactId}`, indexed: { municipality: row.municipality } }),
};
