import { contactAdvanced, type DataOf, type OutreachStage } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { farOf, type Contact, type KnownContact } from '../domain/contact';

export interface AdvanceContact {
  readonly stage: OutreachStage;
  /** `YYYY-MM-DD` in Rome. */
  readonly on: string;
}

/** A firm was contacted, invited or met; only forward, and a step may be left out. */
export const advanceContactSlice = slice<Contact, AdvanceContact>({
  command: 'advance-contact',
  decide({ stage, on }, state, { id }) {
    if (state.status === 'absent') throw new Error(`${id} is no contact`);
    if (farOf(state.status) >= farOf(stage)) return refuse('contact-stage-passed');
    if (state.lastDay !== undefined && on < state.lastDay) return refuse('contact-day-before-last', { lastDay: state.lastDay });
    return accept(contactAdvanced.of({ contactId: id, stage, reachedOn: on }));
  },
  evolve: {
    [contactAdvanced.type]: (state: Contact, { stage, reachedOn }: DataOf<typeof contactAdvanced>): Contact => ({ ...(state as KnownContact), status: stage, lastDay: reachedOn }),
  },
});
