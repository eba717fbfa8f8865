import { employeeAdded, employeeChanged, employeeLeft, employeeRehired, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** An employee in a list; name and codice fiscale stay in their document. */
export interface EmployeeRow extends DataOf<typeof employeeAdded> {
  readonly addedAt: string;
  /** `YYYY-MM-DD` in Rome, of somebody who left or will. */
  readonly lastDay?: string;
}

/** Employees by firm, newest last. */
export const employeeList: Projection<EmployeeRow> = {
  model: { name: 'companies.employee-list', indexes: [] },
  prefix: 'emp',
  on: {
    [employeeAdded.type]: (_, event) => ({ ...(event.data as DataOf<typeof employeeAdded>), addedAt: event.time }),
    [employeeChanged.type]: (row, event) => {
      const { categories } = event.data as DataOf<typeof employeeChanged>;
      return row && categories ? { ...row, categories } : row;
    },
    [employeeLeft.type]: (row, event) => row && { ...row, lastDay: (event.data as DataOf<typeof employeeLeft>).lastDay },
    [employeeRehired.type]: (row) => row && withoutEnd(row),
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.addedAt}/${row.employeeId}`, indexed: {} }),
};

const withoutEnd = ({ lastDay: _, ...row }: EmployeeRow): EmployeeRow => row;
