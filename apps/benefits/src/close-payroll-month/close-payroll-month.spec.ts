import { payrollMonthClosed } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import * as fc from 'fast-check';
import { closingSums, MAX_LINES, untold, type PayrollLine } from '../domain/payroll';
import { closePayrollMonthSlice, payrollClosing, payrollClosingIdOf, type ClosePayrollMonth } from './payroll-closing.aggregate';

const closings = { ...payrollClosing, slices: [closePayrollMonthSlice] };
const FIRM = 'fir_firm';
const here = { id: payrollClosingIdOf(FIRM, 2), at: '2026-11-25T10:00:00.000Z' };
const line = (more: Partial<PayrollLine> = {}): PayrollLine => ({ personId: 'per_a', month: '2026-11', taxYear: 2026, item: 'reimbursement', letter: 'f-bis', claimId: 'clm_1', amountCents: 5_000, ...more });
const closed = (...lines: PayrollLine[]): ClosePayrollMonth['closed'] => ({ vatNumber: '00743110157', fiscalCodes: [{ personId: 'per_a', fiscalCode: 'RVDDLA80A41E648X' }], lines });
const close = (more: Partial<ClosePayrollMonth> = {}) => ({ type: 'close-payroll-month', data: { firmId: FIRM, number: 2, month: '2026-11', monthBefore: '2026-10', closed: closed(line()), ...more } });
const event = (more: object = {}) =>
  payrollMonthClosed.of({
    ...{ closingId: here.id, firmId: FIRM, number: 2, month: '2026-11', closedAt: here.at, people: 1 },
    ...{ reimbursedCents: 5_000, inKindCents: 0, corrections: 0, correctedCents: 0, ...more },
  });

describe('a closing', () => {
  it('tells sums, and keeps whose they are and under which letter beside its state', () => {
    const content = closed(line(), line({ item: 'in-kind', letter: 'c.3', amountCents: 700 }), line({ month: '2026-10', amountCents: -300 }));
    given(closings).when(close({ closed: content }), here).then({ events: [event({ inKindCents: 700, corrections: 1, correctedCents: -300 })], personal: content });
    expect(JSON.stringify(event())).not.toMatch(/per_a|f-bis|clm_1|RVDDLA/);
  });

  it('is made once: the same number again, a month twice or an earlier one is refused', () => {
    given(closings, [event()]).when(close({ month: '2026-12' }), here).then({ code: 'payroll-month-closed', params: { month: '2026-11' } });
    for (const month of ['2026-10', '2026-09']) given(closings).when(close({ month }), here).then({ code: 'payroll-month-closed', params: { month: '2026-10' } });
  });

  it('of a firm’s first month, and of one with nothing in it, is one as well', () => {
    const { monthBefore: _, ...first } = close().data;
    given(closings).when({ ...close(), data: { ...first, closed: closed() } }, here).then([event({ people: 0, reimbursedCents: 0 })]);
  });

  it('holds no more than a document may', () => {
    const many = (count: number): ClosePayrollMonth['closed'] => closed(...Array.from({ length: count }, (_, n) => line({ claimId: `clm_${n}` })));
    given(closings).when(close({ closed: many(MAX_LINES) }), here).then([event({ reimbursedCents: MAX_LINES * 5_000 })]);
    given(closings).when(close({ closed: many(MAX_LINES + 1) }), here).then({ code: 'payroll-month-too-large', params: { lines: MAX_LINES } });
  });
});

describe('what no closing has told', () => {
  it('is what came later, by person, month, year, kind, letter and claim', () => {
    const now = [line({ amountCents: 5_000 }), line({ claimId: 'clm_2', amountCents: 100 }), line({ month: '2026-12', amountCents: 9 })];
    expect(untold(now, [line({ amountCents: 4_000 })])).toEqual([line({ amountCents: 1_000 }), line({ claimId: 'clm_2', amountCents: 100 }), line({ month: '2026-12', amountCents: 9 })]);
    expect(untold(now, now)).toEqual([]);
  });

  it('takes back what was told too much', () => {
    expect(untold([], [line()])).toEqual([line({ amountCents: -5_000 })]);
  });

  it('whenever months are closed, closings tell each cent once', () => {
    const entry = fc.record({ at: fc.integer({ min: 1, max: 9 }), personId: fc.constantFrom('per_a', 'per_b'), letter: fc.constantFrom('f-bis', 'c.3'), item: fc.constantFrom('reimbursement' as const, 'in-kind' as const), amountCents: fc.integer({ min: 1, max: 9_999 }), lateBy: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (entries, months) => {
        const told: PayrollLine[] = [];
        const order = [...months.sort((a, b) => a - b), 10, 11];
        for (const month of order) {
          const name = (n: number): string => `2026-${String(n).padStart(2, '0')}`;
          const known = entries.filter(({ at, lateBy }) => at <= month && at + lateBy <= month);
          told.push(...untold(known.map(({ at, lateBy: _, ...rest }) => ({ ...rest, month: name(at), taxYear: 2026 })), told));
        }
        expect(told.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(entries.reduce((sum, { amountCents }) => sum + amountCents, 0));
        expect(told.every(({ amountCents }) => amountCents > 0)).toBe(true);
      }),
    );
  });

  it('is summed up without telling of whom', () => {
    expect(closingSums([line(), line({ personId: 'per_b', amountCents: 1 }), line({ item: 'in-kind', amountCents: 20 }), line({ month: '2026-10', amountCents: 7 })], '2026-11')).toEqual({
      people: 2, reimbursedCents: 5_001, inKindCents: 20, corrections: 1, correctedCents: 7,
    });
  });
});
