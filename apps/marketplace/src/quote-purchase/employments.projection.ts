import { employeeAdded, employeeLeft, employeeRehired, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface EmploymentRow {
  readonly employeeId: string;
  readonly firmId: string;
  /** `YYYY-MM-DD` in Rome, of somebody who left or will. */
  readonly lastDay?: string;
}

/** Until when somebody works for a firm; kept from what companies publishes. */
export const employments: Projection<EmploymentRow> = {
  model: { name: 'marketplace.employments', indexes: [] },
  prefix: 'emp',
  on: {
    [employeeAdded.type]: (_, event) => employmentOf(event.data as DataOf<typeof employeeAdded>),
    [employeeLeft.type]: (row, event) => row && { ...row, lastDay: (event.data as DataOf<typeof employeeLeft>).lastDay },
    [employeeRehired.type]: (row) => row && employmentOf(row),
  },
  place: (row) => ({ tenant: row.firmId, order: row.employeeId, indexed: {} }),
};

const employmentOf = ({ employeeId, firmId }: Pick<EmploymentRow, 'employeeId' | 'firmId'>): EmploymentRow => ({ employeeId, firmId });
