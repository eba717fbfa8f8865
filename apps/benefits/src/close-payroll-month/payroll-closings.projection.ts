import { payrollMonthClosed, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export type PayrollClosingRow = DataOf<typeof payrollMonthClosed>;

/** A firm's closings: sums alone. */
export const payrollClosings: Projection<PayrollClosingRow> = {
  model: { name: 'benefits.payroll-closings', indexes: [] },
  prefix: 'pcl',
  on: { [payrollMonthClosed.type]: (_, event) => event.data as PayrollClosingRow },
  place: ({ firmId, number }) => ({ tenant: firmId, order: String(number).padStart(6, '0'), indexed: {} }),
};
