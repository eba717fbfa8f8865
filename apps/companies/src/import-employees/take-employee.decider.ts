import { employeeAdded, employeeChanged, employeeLeft, employeeRehired, type DataOf } from '@salvatempo/contracts';
import { sexIn, slice, type Decision, type DecisionContext, type DomainEvent, type Refusal } from '@salvatempo/kernel';
import { CARD_FIELDS, employeeCardOf, personalOfEmployee, type Employee, type EmployeeCard, type KnownEmployee } from '../domain/employee';
import { whyNoEnd, whyNoReturn } from '../domain/employment-end';

export interface TakeEmployee extends EmployeeCard {
  readonly firmId: string;
  readonly personId: string;
  /** Codes of objective groups; undefined leaves them as they are. */
  readonly categories?: readonly string[];
  /** Last day of work, `YYYY-MM-DD`; undefined leaves it as it is. */
  readonly lastDay?: string;
}

/**
 * Puts a person into a firm's list; of one who is there, only what the list says otherwise is changed. Somebody who left stays
 * so, unless the list says that they were hired after their last day.
 */
export const takeEmployeeSlice = slice<Employee, TakeEmployee>({
  command: 'take-employee',
  decide(data, state, context) {
    const { firmId, personId, categories } = data;
    if (state.status === 'absent') {
      const groups = categories && { categories: [...categories] };
      const sex = sexIn(data.fiscalCode);
      return ended([employeeAdded.of({ employeeId: context.id, firmId, personId, ...groups, ...(sex && { sex }) })], context.id, data, cardIn(data), context);
    }
    const known = employeeCardOf(context.personal);
    if (state.status === 'employed') return ended(changes(state, known, data), state.employeeId, data, { ...known, ...cardIn(data) }, context);
    const { employeeId, lastDay } = state;
    if (data.hiredOn === undefined || data.hiredOn <= lastDay) return ended([], employeeId, data.lastDay === lastDay ? { ...data, lastDay: undefined } : data, known, context);
    const no = whyNoReturn(lastDay, data.hiredOn, context.at);
    if (no) return refused(no);
    const rehired = employeeRehired.of({ employeeId, firmId, personId, firstDay: data.hiredOn });
    return ended([rehired, ...changes(state, { ...known, hiredOn: data.hiredOn }, data)], employeeId, data, { ...known, ...cardIn(data) }, context);
  },
  evolve: {
    [employeeAdded.type]: (_: Employee, { sex: _sex, ...facts }: DataOf<typeof employeeAdded>): Employee => ({ ...facts, status: 'employed' }),
    [employeeChanged.type]: (state: Employee, { categories }: DataOf<typeof employeeChanged>): Employee =>
      categories ? { ...(state as KnownEmployee), categories } : state,
  },
});

const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });
const cardIn = ({ fiscalCode, name, surname, hiredOn }: TakeEmployee): EmployeeCard => ({ fiscalCode, name, surname, ...(hiredOn === undefined ? {} : { hiredOn }) });

/** What the list says otherwise, as one event; none where it says nothing new. */
function changes({ employeeId, firmId, personId, categories: before = [] }: KnownEmployee, known: EmployeeCard, data: TakeEmployee): readonly DomainEvent[] {
  const after = { ...known, ...cardIn(data) };
  const categories = data.categories?.join() === before.join() ? undefined : data.categories;
  const changed = [...CARD_FIELDS.filter((field) => after[field] !== known[field]), ...(categories ? (['categories'] as const) : [])];
  return changed.length === 0 ? [] : [employeeChanged.of({ employeeId, firmId, personId, changed, ...(categories && { categories: [...categories] }) })];
}

/** The events so far, and the end where the list names one. */
function ended(events: readonly DomainEvent[], employeeId: string, { firmId, personId, lastDay }: TakeEmployee, card: EmployeeCard, { at }: DecisionContext): Decision {
  const no = lastDay === undefined ? undefined : whyNoEnd(card.hiredOn, lastDay, at);
  if (no) return refused(no);
  const all = lastDay === undefined ? events : [...events, employeeLeft.of({ employeeId, firmId, personId, lastDay })];
  return all.length === 0 ? { ok: true, events: all } : { ok: true, events: all, personal: personalOfEmployee(card) };
}
