import { rosterTaken } from '@salvatempo/contracts';
import { MAX_DOCUMENT_BYTES } from '@salvatempo/store';
import { given } from '@salvatempo/testing';
import { personalOfRoster, roster, type Shift } from '../domain/roster';
import { MAX_SHIFTS, takeRosterSlice } from './take-roster.decider';

const rosters = { ...roster, slices: [takeRosterSlice] };
const ids = { firmId: 'com_00000000000000000000000000', month: '2026-12' };
const shift = (day: number, start = '08:00'): Shift => ({ date: `2026-12-${String(day).padStart(2, '0')}`, start, end: '16:00', siteId: `sit_${'0'.repeat(26)}` });
const take = (people: Readonly<Record<string, readonly Shift[]>>) => ({ type: 'take-roster', data: { ...ids, people } });

describe('a month’s roster', () => {
  it('is told by number, and kept beside the state', () => {
    const people = { emp_a: [shift(1), shift(2)], emp_b: [shift(1)] };
    const decided = given(rosters).when(take(people));
    decided.then({ events: [rosterTaken.of({ rosterId: `ros_${'0'.repeat(26)}`, ...ids, people: 2, shifts: 3, shiftsInMonth: 3 })], personal: { people } });
    decided.thenState({ shifts: 3 });
  });

  it('takes the place of the whole month of who is named, and leaves the others', () => {
    const personal = personalOfRoster({ emp_a: [shift(1), shift(2)], emp_b: [shift(1)] });
    const { decision, state } = given(rosters).when(take({ emp_a: [shift(9)] }), { personal });
    expect(decision).toMatchObject({ personal: { people: { emp_a: [shift(9)], emp_b: [shift(1)] } } });
    expect(state).toEqual({ shifts: 2 });
  });

  it('has a limit that fits into a document, whoever works when', () => {
    const people = Object.fromEntries(Array.from({ length: MAX_SHIFTS }, (_, n) => [`emp_${String(n).padStart(26, '0')}`, [shift(1)]]));
    expect(Buffer.byteLength(JSON.stringify(people))).toBeLessThan(MAX_DOCUMENT_BYTES * 0.9);
    given(rosters).when(take({ emp_a: [shift(1)] }), { personal: personalOfRoster(people) }).then({ code: 'roster-full' });
  });
});
