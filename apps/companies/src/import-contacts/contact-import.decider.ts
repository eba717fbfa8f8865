import { contactImportAccepted, contactImportCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { ContactImport, KnownContactImport } from '../domain/contact-import';

export interface AcceptContacts {
  /** Lines found right. */
  readonly rows: number;
}

/** A whole file was found right and stored: from here on it will be taken in, whatever happens. */
export const acceptContactsSlice = slice<ContactImport, AcceptContacts>({
  command: 'accept-contacts',
  decide({ rows }, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is accepted already`);
    return accept(contactImportAccepted.of({ importId: id, rows }));
  },
  evolve: {
    [contactImportAccepted.type]: (_: ContactImport, facts: DataOf<typeof contactImportAccepted>): ContactImport => ({ ...facts, status: 'accepted' }),
  },
});

export type CompleteContacts = Omit<DataOf<typeof contactImportCompleted>, 'importId'>;

/** Every firm of the file is in the list. */
export const completeContactsSlice = slice<ContactImport, CompleteContacts>({
  command: 'complete-contacts',
  decide(counts, state) {
    if (state.status !== 'accepted') return NOTHING;
    return accept(contactImportCompleted.of({ importId: state.importId, ...counts }));
  },
  evolve: {
    [contactImportCompleted.type]: (state: ContactImport, counts: DataOf<typeof contactImportCompleted>): ContactImport => ({ ...(state as KnownContactImport), ...counts, status: 'completed' }),
  },
});
