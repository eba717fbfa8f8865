import { employeeAdded, employeeLeft, employeeRehired, type Envelope } from '@salvatempo/contracts';
import { employments, type EmploymentRow } from './employments.projection';

const who = { employeeId: 'emp_1', firmId: 'com_1', personId: 'per_1' };
const after = (row: EmploymentRow | undefined, type: string, data: object = who): EmploymentRow | undefined => employments.on[type]!(row, { type, data } as unknown as Envelope);
const added = after(undefined, employeeAdded.type);
const left = after(added, employeeLeft.type, { ...who, lastDay: '2026-11-30' });

describe('until when somebody is quoted a price with the firm’s plan', () => {
  it('is told by the last day, which another one puts right', () => {
    expect(left).toEqual({ employeeId: 'emp_1', firmId: 'com_1', lastDay: '2026-11-30' });
    expect(after(left, employeeLeft.type, { ...who, lastDay: '2026-12-31' })?.lastDay).toBe('2026-12-31');
  });

  it('has no end for whoever is there, or is employed again, and keeps no person', () => expect([added, after(left, employeeRehired.type, { ...who, firstDay: '2027-01-01' })]).toEqual([{ employeeId: 'emp_1', firmId: 'com_1' }, { employeeId: 'emp_1', firmId: 'com_1' }]));
});
