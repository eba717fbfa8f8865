import { employeeAdded, employeeChanged, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Decision } from '@salvatempo/kernel';
import { CARD_FIELDS, employeeCardOf, personalOfEmployee, type Employee, type EmployeeCard, type KnownEmployee } from '../domain/employee';

export interface TakeEmployee extends EmployeeCard {
  readonly firmId: string;
  readonly personId: string;
  /** Codes of objective groups; undefined leaves them as they are. */
  readonly categories?: readonly string[];
}

/** Puts a person into a firm's list; of one who is there, only what the list says otherwise is changed. */
export const takeEmployeeSlice = slice<Employee, TakeEmployee>({
  command: 'take-employee',
  decide({ firmId, personId, categories, ...card }, state, { id, personal }) {
    if (state.status !== 'absent') return changeOf(state, employeeCardOf(personal), card, categories);
    const groups = categories && { categories: [...categories] };
    return { ...accept(employeeAdded.of({ employeeId: id, firmId, personId, ...groups })), personal: personalOfEmployee(card) };
  },
  evolve: {
    [employeeAdded.type]: (_: Employee, facts: DataOf<typeof employeeAdded>): Employee => ({ ...facts, status: 'employed' }),
    [employeeChanged.type]: (state: Employee, { categories }: DataOf<typeof employeeChanged>): Employee =>
      categories ? { ...(state as KnownEmployee), categories } : state,
  },
});

function changeOf({ employeeId, firmId, personId, categories: before = [] }: KnownEmployee, known: EmployeeCard, card: EmployeeCard, categories?: readonly string[]): Decision {
  const after = { ...known, ...card };
  const others = categories?.join() === before.join() ? undefined : categories;
  const changed = [...CARD_FIELDS.filter((field) => after[field] !== known[field]), ...(others ? (['categories'] as const) : [])];
  if (changed.length === 0) return NOTHING;
  return { ...accept(employeeChanged.of({ employeeId, firmId, personId, changed, ...(others && { categories: [...others] }) })), personal: personalOfEmployee(after) };
}
