import { hoursUsed, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { potAfter, withEnded, withPot, type HoursFund } from '../domain/hours-fund';

export interface UseHours {
  readonly requestId: string;
  readonly usedMinutes: number;
  /** A day in Rome. */
  readonly workedOn: string;
  /** Number of the register or sheet. */
  readonly proof: string;
}

/** Hours that were set apart were worked, which a register or sheet proves: what they were fewer is free again, in the same write. */
export const useHoursSlice = slice<HoursFund, UseHours>({
  command: 'use-hours',
  decide({ requestId, usedMinutes, workedOn, proof }, state, { at }) {
    const request = state.status === 'open' ? state.requests.find((one) => one.requestId === requestId) : undefined;
    if (state.status === 'absent' || !request) return refuse('hours-request-not-found');
    if (usedMinutes > request.minutes) return refuse('hours-exceed-reserved');
    if (workedOn < request.reservedOn || workedOn > romeDate(at) || workedOn > state.closesOn) return refuse('hours-day');
    const { hoursFundId } = state;
    const freedMinutes = request.minutes - usedMinutes;
    const pot = potAfter(state.pots.find((one) => one.municipality === request.municipality)!, hoursFundId, ['pay', usedMinutes], ['return', freedMinutes]);
    return accept(hoursUsed.of({ hoursFundId, requestId, ...(request.firmId !== undefined && { firmId: request.firmId }), usedMinutes, freedMinutes, workedOn, proof, pot }));
  },
  evolve: {
    [hoursUsed.type]: (state: HoursFund, { requestId, usedMinutes, workedOn, proof, pot }: DataOf<typeof hoursUsed>): HoursFund => withEnded(withPot(state, pot), requestId, { usedMinutes, workedOn, proof }),
  },
});
