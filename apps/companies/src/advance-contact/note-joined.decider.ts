import { contactJoined } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { Contact, KnownContact } from '../domain/contact';

/** The firm registered, by whatever way: nobody writes that down by hand. */
export const noteJoinedSlice = slice<Contact, object>({
  command: 'note-joined',
  decide(_, state) {
    if (state.status === 'absent' || state.status === 'joined') return NOTHING;
    return accept(contactJoined.of({ contactId: state.contactId, firmId: state.firmId }));
  },
  evolve: {
    [contactJoined.type]: (state: Contact): Contact => ({ ...(state as KnownContact), status: 'joined' }),
  },
});
