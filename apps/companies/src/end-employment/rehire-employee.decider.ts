import { employeeRehired, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { employedAgain, employeeCardOf, personalOfEmployee, type Employee, type KnownEmployee } from '../domain/employee';
import { whyNoReturn } from '../domain/employment-end';

export interface RehireEmployee {
  /** `YYYY-MM-DD` in Rome: from this day on the person works there again. */
  readonly firstDay: string;
}

/** Somebody who left works for the firm again: the same employment goes on, with another hiring date. */
export const rehireEmployeeSlice = slice<Employee, RehireEmployee>({
  command: 'rehire-employee',
  decide({ firstDay }, state, { id, at, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is nobody's employment`);
    if (state.status !== 'left') return refuse('employee-not-left');
    const refusal = whyNoReturn(state.lastDay, firstDay, at);
    if (refusal) return { ok: false, refusal };
    const { employeeId, firmId, personId } = state;
    return { ...accept(employeeRehired.of({ employeeId, firmId, personId, firstDay })), personal: personalOfEmployee({ ...employeeCardOf(personal), hiredOn: firstDay }) };
  },
  evolve: {
    [employeeRehired.type]: (state: Employee, _: DataOf<typeof employeeRehired>): Employee => employedAgain(state as KnownEmployee),
  },
});
