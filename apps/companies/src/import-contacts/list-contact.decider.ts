import { contactListed, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { personalOfContact, type Contact, type ContactCard } from '../domain/contact';

export type ListContact = Omit<DataOf<typeof contactListed>, 'contactId'> & ContactCard;

/** A firm is to be contacted. Whoever named it first is its finder; to name it again changes nothing. */
export const listContactSlice = slice<Contact, ListContact>({
  command: 'list-contact',
  decide({ name, vatNumber, ...facts }, state, { id }) {
    if (state.status !== 'absent') return NOTHING;
    return { ...accept(contactListed.of({ ...facts, contactId: id })), personal: personalOfContact({ name, vatNumber }) };
  },
  evolve: {
    [contactListed.type]: (_: Contact, facts: DataOf<typeof contactListed>): Contact => ({ ...facts, status: 'listed' }),
  },
});
