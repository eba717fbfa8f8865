import { hoursGivenBack, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { potAfter, withEnded, withPot, type HoursFund } from '../domain/hours-fund';

export interface GiveBackHours {
  readonly requestId: string;
  readonly by: 'firm' | 'operator';
}

/** Hours that were set apart and not worked are free again for others. */
export const giveBackHoursSlice = slice<HoursFund, GiveBackHours>({
  command: 'give-back-hours',
  decide({ requestId, by }, state) {
    const request = state.status === 'open' ? state.requests.find((one) => one.requestId === requestId) : undefined;
    if (state.status === 'absent' || !request) return refuse('hours-request-not-found');
    const { hoursFundId } = state;
    const { minutes, municipality, firmId } = request;
    const pot = potAfter(state.pots.find((one) => one.municipality === municipality)!, hoursFundId, ['return', minutes]);
    return accept(hoursGivenBack.of({ hoursFundId, requestId, ...(firmId !== undefined && { firmId }), minutes, by, pot }));
  },
  evolve: {
    [hoursGivenBack.type]: (state: HoursFund, { requestId, pot }: DataOf<typeof hoursGivenBack>): HoursFund => withEnded(withPot(state, pot), requestId, { usedMinutes: 0 }),
  },
});
