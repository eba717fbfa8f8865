import { intermediaryRegistered, type DataOf, type IntermediaryKind } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { personalOfIntermediary, type Intermediary, type IntermediaryCard } from '../domain/intermediary';

export interface RegisterIntermediary extends Omit<IntermediaryCard, 'members'> {
  readonly kind: IntermediaryKind;
}

/** An officer registers an adviser's office or an association, once. Firms may give it mandates then. */
export const registerIntermediarySlice = slice<Intermediary, RegisterIntermediary>({
  command: 'register-intermediary',
  decide({ kind, name, vatNumber }, state, { id }) {
    if (state.status !== 'absent') return refuse('intermediary-already-registered');
    return { ...accept(intermediaryRegistered.of({ intermediaryId: id, kind })), personal: personalOfIntermediary({ name, vatNumber, members: {} }) };
  },
  evolve: {
    [intermediaryRegistered.type]: (_: Intermediary, facts: DataOf<typeof intermediaryRegistered>): Intermediary => ({ ...facts, status: 'registered', memberIds: [] }),
  },
});
