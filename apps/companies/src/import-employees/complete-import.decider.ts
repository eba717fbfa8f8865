import { employeeImportCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { EmployeeImport, KnownImport } from '../domain/employee-import';

export interface CompleteImport {
  readonly added: number;
  readonly alreadyThere: number;
  /** Of those who were there already: put right, employed again, left (with those who left by being missing in a complete file). */
  readonly changed: number;
  readonly rehired: number;
  readonly ended: number;
}

/** Everybody of the file is in the firm's list. */
export const completeImportSlice = slice<EmployeeImport, CompleteImport>({
  command: 'complete-import',
  decide(counts, state) {
    if (state.status !== 'accepted') return NOTHING;
    return accept(employeeImportCompleted.of({ importId: state.importId, firmId: state.firmId, ...counts }));
  },
  evolve: {
    [employeeImportCompleted.type]: (state: EmployeeImport, { added, alreadyThere, changed = 0, rehired = 0, ended = 0 }: DataOf<typeof employeeImportCompleted>): EmployeeImport => ({
      ...(state as KnownImport),
      status: 'completed',
      added,
      alreadyThere,
      changed,
      rehired,
      ended,
    }),
  },
});
