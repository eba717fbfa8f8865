import { employeeAdded, employeeChanged, employeeLeft, employeeRehired } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { employee } from '../domain/employee';
import { takeEmployeeSlice } from '../import-employees/take-employee.decider';
import { endEmploymentSlice } from './end-employment.decider';
import { rehireEmployeeSlice } from './rehire-employee.decider';

/** Decided on 1 September 2026. */
const employees = { ...employee, slices: [takeEmployeeSlice, endEmploymentSlice, rehireEmployeeSlice] };
const ids = { employeeId: 'emp_00000000000000000000000000', firmId: 'com_00000000000000000000000000', personId: 'per_marta' };
const added = employeeAdded.of({ ...ids, categories: ['operai'] });
const left = employeeLeft.of({ ...ids, lastDay: '2026-08-31' });
const card = { fiscalCode: 'VLLMRT88D52E648U', name: 'Marta', surname: 'Vallini', hiredOn: '2024-03-01' };
const personal = { ...card };
const context = { personal };
const end = (lastDay: string) => ({ type: 'end-employment', data: { lastDay } });
const rehire = (firstDay: string) => ({ type: 'rehire-employee', data: { firstDay } });
const taken = (more: object = {}) => ({ type: 'take-employee', data: { firmId: ids.firmId, personId: ids.personId, ...card, ...more } });

describe('an employment', () => {
  it.each(['2026-08-31', '2026-09-01', '2027-12-31', '2024-03-01'])('ends on %s, past or future', (lastDay) => {
    given(employees, [added]).when(end(lastDay), context).then([employeeLeft.of({ ...ids, lastDay })]);
    given(employees, [added]).when(end(lastDay), context).thenState({ status: 'left', categories: ['operai'] });
  });

  it('ends once, and a wrong day is put right', () => {
    given(employees, [added, left]).when(end('2026-08-31'), context).then([]);
    given(employees, [added, left]).when(end('2026-09-30'), context).then([employeeLeft.of({ ...ids, lastDay: '2026-09-30' })]);
  });

  it('ends neither before it began nor in another age', () => {
    given(employees, [added]).when(end('2024-02-29'), context).then({ code: 'employment-ends-before-it-began' });
    given(employees, [added]).when(end('2206-09-01'), context).then({ code: 'employment-end-too-far' });
  });

  it('begins again after its end, with another hiring date and what was known', () => {
    given(employees, [added, left]).when(rehire('2026-09-01'), context).then({ events: [employeeRehired.of({ ...ids, firstDay: '2026-09-01' })], personal: { ...personal, hiredOn: '2026-09-01' } });
    given(employees, [added, left]).when(rehire('2026-09-01'), context).thenState({ status: 'employed', categories: ['operai'] });
  });

  it('begins again neither while it lasts, nor within it, nor in advance', () => {
    given(employees, [added]).when(rehire('2026-09-01'), context).then({ code: 'employee-not-left' });
    given(employees, [added, left]).when(rehire('2026-08-31'), context).then({ code: 'rehired-before-leaving', params: { lastDay: '2026-08-31' } });
    given(employees, [added, left]).when(rehire('2026-09-02'), context).then({ code: 'employment-not-begun' });
  });
});

describe('a list with dates', () => {
  it('adds somebody with a known end, and ends an employment', () => {
    given(employees).when(taken({ lastDay: '2026-12-31' })).then([employeeAdded.of({ ...ids, sex: 'female' }), employeeLeft.of({ ...ids, lastDay: '2026-12-31' })]);
    given(employees, [added]).when(taken({ lastDay: '2026-12-31', surname: 'Valli' }), context).then([employeeChanged.of({ ...ids, changed: ['surname'] }), employeeLeft.of({ ...ids, lastDay: '2026-12-31' })]);
    given(employees, [added]).when(taken({ lastDay: '2023-12-31' }), context).then({ code: 'employment-ends-before-it-began' });
  });

  it('leaves who left as they are, whatever it says of their name', () => {
    given(employees, [added, left]).when(taken({ surname: 'Valli' }), context).then([]);
    given(employees, [added, left]).when(taken({ lastDay: '2026-08-31' }), context).then([]);
    given(employees, [added, left]).when(taken({ hiredOn: undefined }), context).then([]);
  });

  it('employs somebody again whom it says to be hired after their last day', () => {
    given(employees, [added, left])
      .when(taken({ hiredOn: '2026-09-01', surname: 'Valli' }), context)
      .then({ events: [employeeRehired.of({ ...ids, firstDay: '2026-09-01' }), employeeChanged.of({ ...ids, changed: ['surname'] })], personal: { ...personal, surname: 'Valli', hiredOn: '2026-09-01' } });
    given(employees, [added, left]).when(taken({ hiredOn: '2026-10-01' }), context).then({ code: 'employment-not-begun' });
  });
});
