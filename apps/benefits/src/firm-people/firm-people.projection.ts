import { employeeAdded, employeeChanged, employeeLeft, employeeRehired, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface FirmPersonRow extends DataOf<typeof employeeAdded> {
  /** `YYYY-MM-DD` in Rome, of somebody who left or will. */
  readonly lastDay?: string;
}

/** Who works for a firm and until when, by id alone; kept from what companies publishes. */
export const firmPeople: Projection<FirmPersonRow> = {
  model: { name: 'benefits.firm-people', indexes: [] },
  prefix: 'emp',
  on: {
    [employeeAdded.type]: (_, event) => event.data as DataOf<typeof employeeAdded>,
    [employeeChanged.type]: (row, event) => {
      const { changed, categories = [] } = event.data as DataOf<typeof employeeChanged>;
      return row && (changed.includes('categories') ? { ...row, categories } : row);
    },
    [employeeLeft.type]: (row, event) => row && { ...row, lastDay: (event.data as DataOf<typeof employeeLeft>).lastDay },
    [employeeRehired.type]: (row) => row && withoutEnd(row),
  },
  place: (row) => ({ tenant: row.firmId, order: row.employeeId, indexed: {} }),
};

const withoutEnd = ({ lastDay: _, ...row }: FirmPersonRow): FirmPersonRow => row;

/** Whether somebody still works for the firm on a day in Rome, the last day included. */
export const worksOn = ({ lastDay }: FirmPersonRow, day: string): boolean => lastDay === undefined || day <= lastDay;
