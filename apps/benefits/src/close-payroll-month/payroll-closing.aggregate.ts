import { payrollMonthClosed, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, refuse, slice, type Cents, type Instant, type JsonObject } from '@salvatempo/kernel';
import { closingSums, MAX_LINES, type ClosedPayroll } from '../domain/payroll';

/** One closing of a firm's payroll, the n-th: what it told stands beside it and never changes. Number 0: it isn't there. */
export interface PayrollClosing {
  readonly closingId: string;
  readonly firmId: string;
  /** A firm's closings count from 1, so that two at once can't both be the next one. */
  readonly number: number;
  /** `YYYY-MM` in Rome. */
  readonly month: string;
  readonly closedAt: Instant;
  readonly people: number;
  readonly reimbursedCents: Cents;
  readonly inKindCents: Cents;
  /** Absent where nothing goes to pension funds. */
  readonly pensionCents?: Cents;
  /** Of premiums and of meal vouchers; closings of before they were told have none. */
  readonly premiumCents?: Cents;
  readonly mealExcessCents?: Cents;
  readonly corrections: number;
  readonly correctedCents: Cents;
}

export const payrollClosing = {
  service: 'benefits',
  name: 'payroll-closing',
  prefix: 'pcl',
  schema: 1,
  initial: { closingId: '', firmId: '', number: 0, month: '', closedAt: '', people: 0, reimbursedCents: 0, inKindCents: 0, corrections: 0, correctedCents: 0 } as PayrollClosing,
};

export const payrollClosingIdOf = (firmId: string, number: number): string => derivedId('pcl', firmId, String(number));

export interface ClosePayrollMonth {
  readonly firmId: string;
  readonly number: number;
  readonly month: string;
  /** Of the closing before; undefined for a firm's first. */
  readonly monthBefore?: string;
  readonly closed: ClosedPayroll;
}

/** Closes a month, and with it everything before: months are closed in their order, and one twice is refused. */
export const closePayrollMonthSlice = slice<PayrollClosing, ClosePayrollMonth>({
  command: 'close-payroll-month',
  decide({ firmId, number, month, monthBefore = '', closed }, state, { id, at }) {
    if (state.number > 0) return refuse('payroll-month-closed', { month: state.month });
    if (month <= monthBefore) return refuse('payroll-month-closed', { month: monthBefore });
    if (closed.lines.length > MAX_LINES) return refuse('payroll-month-too-large', { lines: MAX_LINES });
    const event = payrollMonthClosed.of({ closingId: id, firmId, number, month, closedAt: at, ...closingSums(closed.lines, month) });
    return { ...accept(event), personal: closed as unknown as JsonObject };
  },
  evolve: {
    [payrollMonthClosed.type]: (_: PayrollClosing, closing: DataOf<typeof payrollMonthClosed>): PayrollClosing => closing,
  },
});
