import { employeeLeft, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { employeeCardOf, type Employee, type KnownEmployee } from '../domain/employee';
import { whyNoEnd } from '../domain/employment-end';

export interface EndEmployment {
  /** `YYYY-MM-DD` in Rome: the person still works there on it. */
  readonly lastDay: string;
}

/** Ends an employment on a day, past or future; another day puts a wrong one right. */
export const endEmploymentSlice = slice<Employee, EndEmployment>({
  command: 'end-employment',
  decide({ lastDay }, state, { id, at, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is nobody's employment`);
    if (state.status === 'left' && state.lastDay === lastDay) return NOTHING;
    const refusal = whyNoEnd(employeeCardOf(personal).hiredOn, lastDay, at);
    if (refusal) return { ok: false, refusal };
    const { employeeId, firmId, personId } = state;
    return accept(employeeLeft.of({ employeeId, firmId, personId, lastDay }));
  },
  evolve: {
    [employeeLeft.type]: (state: Employee, { lastDay }: DataOf<typeof employeeLeft>): Employee => ({ ...(state as KnownEmployee), status: 'left', lastDay }),
  },
});
