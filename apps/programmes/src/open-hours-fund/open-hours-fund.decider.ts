import { hoursFundOpened, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, romeDate, slice } from '@salvatempo/kernel';
import { type HoursFund } from '../domain/hours-fund';

export interface OpenHoursFund extends Omit<DataOf<typeof hoursFundOpened>, 'hoursFundId' | 'pots'> {
  readonly pots: readonly { readonly municipality: string; readonly minutes: number }[];
}

/** Opens a fund of mediator hours with each Comune's pot whole. */
export const openHoursFundSlice = slice<HoursFund, OpenHoursFund>({
  command: 'open-hours-fund',
  decide({ pots, ...terms }, state, { id, at }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is open already`);
    if (terms.closesOn < terms.opensOn || terms.closesOn < romeDate(at)) return refuse('hours-fund-days');
    if (new Set(pots.map(({ municipality }) => municipality)).size < pots.length) return refuse('hours-fund-pots');
    const whole = pots.map(({ municipality, minutes }) => ({ municipality, budgetMinutes: minutes, committedMinutes: 0, usedMinutes: 0, freeMinutes: minutes }));
    return accept(hoursFundOpened.of({ hoursFundId: id, ...terms, pots: whole }));
  },
  evolve: {
    [hoursFundOpened.type]: (_: HoursFund, opened: DataOf<typeof hoursFundOpened>): HoursFund => ({ status: 'open', ...opened, requests: [], ended: [] }),
  },
});
