import { mandateGiven, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { isOver, type Mandate, type MandateFacts } from '../domain/mandate';

export type GiveMandate = Omit<MandateFacts, 'mandateId'>;

/** A firm lets an adviser or association act for it. One that isn't over is ended first, so that who may do what is never in doubt. */
export const giveMandateSlice = slice<Mandate, GiveMandate>({
  command: 'give-mandate',
  decide(facts, state, { id, at }) {
    const today = romeDate(at);
    if (state.status === 'given' || (state.status === 'ended' && !isOver(state, today))) return refuse('mandate-given-already');
    return accept(mandateGiven.of({ ...facts, mandateId: id }));
  },
  evolve: {
    [mandateGiven.type]: (_: Mandate, facts: DataOf<typeof mandateGiven>): Mandate => ({ ...facts, status: 'given' }),
  },
});
