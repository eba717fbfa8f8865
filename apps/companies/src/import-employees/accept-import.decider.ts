import { employeeImportAccepted, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import type { EmployeeImport } from '../domain/employee-import';

export interface AcceptImport {
  readonly firmId: string;
  /** Lines found right. */
  readonly rows: number;
}

/** A whole file was found right and stored: from here on it will be taken in, whatever happens. */
export const acceptImportSlice = slice<EmployeeImport, AcceptImport>({
  command: 'accept-import',
  decide({ firmId, rows }, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is accepted already`);
    return accept(employeeImportAccepted.of({ importId: id, firmId, rows }));
  },
  evolve: {
    [employeeImportAccepted.type]: (_: EmployeeImport, facts: DataOf<typeof employeeImportAccepted>): EmployeeImport => ({ ...facts, status: 'accepted' }),
  },
});
