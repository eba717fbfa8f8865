import { employeeAdded, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { personalOfEmployee, type Employee, type EmployeeCard } from '../domain/employee';

export interface AddEmployee extends EmployeeCard {
  readonly firmId: string;
  readonly personId: string;
}

/** Puts a person into a firm's list; one who is there stays as they are. */
export const addEmployeeSlice = slice<Employee, AddEmployee>({
  command: 'add-employee',
  decide({ firmId, personId, ...card }, state, { id }) {
    if (state.status !== 'absent') return NOTHING;
    return { ...accept(employeeAdded.of({ employeeId: id, firmId, personId })), personal: personalOfEmployee(card) };
  },
  evolve: {
    [employeeAdded.type]: (_: Employee, facts: DataOf<typeof employeeAdded>): Employee => ({ ...facts, status: 'employed' }),
  },
});
