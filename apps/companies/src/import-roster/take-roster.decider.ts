import { rosterTaken, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { countShifts, personalOfRoster, shiftsOf, type Roster, type Shifts } from '../domain/roster';

/** Of a firm in a month: two hundred people who work every day. Well below what a document holds. */
export const MAX_SHIFTS = 5_000;

export interface TakeRoster {
  readonly firmId: string;
  readonly month: string;
  /** All shifts of the month of each of these employees, found right. */
  readonly people: Shifts;
}

/** Says who works when: for each employee who is named the whole month, for others what was said before. */
export const takeRosterSlice = slice<Roster, TakeRoster>({
  command: 'take-roster',
  decide({ firmId, month, people }, _, { id, personal }) {
    const after: Shifts = { ...shiftsOf(personal), ...people };
    const shiftsInMonth = countShifts(after);
    if (shiftsInMonth > MAX_SHIFTS) return refuse('roster-full');
    const event = rosterTaken.of({ rosterId: id, firmId, month, people: Object.keys(people).length, shifts: countShifts(people), shiftsInMonth });
    return { ...accept(event), personal: personalOfRoster(after) };
  },
  evolve: {
    [rosterTaken.type]: (_: Roster, { shiftsInMonth }: DataOf<typeof rosterTaken>): Roster => ({ shifts: shiftsInMonth }),
  },
});
