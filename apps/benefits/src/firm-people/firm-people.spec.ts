import { employeeAdded, employeeLeft, employeeRehired, type Envelope } from '@salvatempo/contracts';
import { firmPeople, worksOn, type FirmPersonRow } from './firm-people.projection';

const who = { employeeId: 'emp_1', firmId: 'com_1', personId: 'per_1' };
const after = (row: FirmPersonRow | undefined, type: string, data: object = who): FirmPersonRow | undefined => firmPeople.on[type]!(row, { type, data } as unknown as Envelope);
const added = after(undefined, employeeAdded.type)!;
const left = after(added, employeeLeft.type, { ...who, lastDay: '2026-11-30' })!;

describe('whom a firm gives credit', () => {
  it('counts somebody who leaves up to the last day, that day included', () => expect(['2026-11-29', '2026-11-30', '2026-12-01'].map((day) => worksOn(left, day))).toEqual([true, true, false]));

  it('goes by the last day that was written down, when one puts another right', () => expect(worksOn(after(left, employeeLeft.type, { ...who, lastDay: '2026-12-31' })!, '2026-12-01')).toBe(true));

  it('counts whoever is employed again, without an end', () => expect(after(left, employeeRehired.type, { ...who, firstDay: '2027-01-01' })).toEqual(added));

  it('knows of nobody who leaves before they came', () => expect(after(undefined, employeeLeft.type, { ...who, lastDay: '2026-11-30' })).toBeUndefined());
});
