import { hoursReserved, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { MAX_REQUESTS, potAfter, withPot, type HoursFund } from '../domain/hours-fund';
import type { Amount, Unit } from '../domain/ledger';

export interface AskHours {
  readonly requestId: string;
  readonly firmId?: string;
  readonly municipality: string;
  readonly amount: Amount<Unit>;
}

/** Sets hours of a Comune's pot apart, whole or not at all, in the order in which requests come. */
export const askHoursSlice = slice<HoursFund, AskHours>({
  command: 'ask-hours',
  decide({ requestId, firmId, municipality, amount }, state, { at }) {
    if (state.status === 'absent') throw new Error(`${requestId} asks no fund`);
    if (amount.unit !== 'minutes') return refuse('fund-unit-mismatch');
    const reservedOn = romeDate(at);
    if (reservedOn < state.opensOn || reservedOn > state.closesOn) return refuse('hours-fund-not-open');
    const pot = state.pots.find((one) => one.municipality === municipality);
    if (!pot) return refuse('municipality-outside-fund');
    if (amount.value > pot.freeMinutes) return refuse('hours-exhausted');
    if (state.requests.length >= MAX_REQUESTS) return refuse('hours-requests-full');
    const parties = { hoursFundId: state.hoursFundId, requestId, ...(firmId !== undefined && { firmId }) };
    return accept(hoursReserved.of({ ...parties, minutes: amount.value, reservedOn, pot: potAfter(pot, state.hoursFundId, ['reserve', amount.value]) }));
  },
  evolve: {
    [hoursReserved.type]: (state: HoursFund, { requestId, firmId, minutes, reservedOn, pot }: DataOf<typeof hoursReserved>): HoursFund => {
      const open = withPot(state, pot);
      return { ...open, requests: [...open.requests, { requestId, ...(firmId !== undefined && { firmId }), municipality: pot.municipality, minutes, reservedOn }] };
    },
  },
});
