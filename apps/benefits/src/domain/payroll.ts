import { addDays, sumCents, type Cents } from '@salvatempo/kernel';

/**
 * `reimbursement`: paid with the payroll. `in-kind`: what a person bought with credit, which payroll only has to know. `premium` and
 * `premium-ordinary`: of a premio di risultato, gross, at the substitute tax and with ordinary tax. `meal-excess`: of meal vouchers, above
 * what a day exempts: nothing to pay, taxable. `pension`: credit that the firm pays to the person's pension or health fund: left over, or as the person asked.
 */
export type PayrollItem = 'reimbursement' | 'in-kind' | 'pension' | 'premium' | 'premium-ordinary' | 'meal-excess';

/** What payroll has to know of one person, month, tax year and letter; of a reimbursement, for each claim. */
export interface PayrollLine {
  readonly personId: string;
  /** `YYYY-MM` in Rome in which it was paid or spent. */
  readonly month: string;
  readonly taxYear: number;
  readonly item: PayrollItem;
  /** Letter of TUIR art. 51; a premium has none. */
  readonly letter: string;
  readonly claimId?: string;
  /** Euro cents; negative where a closing told too much. */
  readonly amountCents: Cents;
}

/** What a closing holds beside its state, and in no event: the very content of its files (ADR 0264). */
export interface ClosedPayroll {
  readonly vatNumber: string;
  /** Of everybody with a line, as the firm knew them on the day of closing. */
  readonly fiscalCodes: readonly { readonly personId: string; readonly fiscalCode: string }[];
  readonly lines: readonly PayrollLine[];
}

/** Lines of one closing at most: a thousand people with four lines each stay below what a document may hold. */
export const MAX_LINES = 4_000;

/** January and February, the shortest two. */
const DAYS_OF_TWO_MONTHS = 59;

/** Two months before a day's own, `YYYY-MM`: a closing looks back three closings for corrections (ADR 0264), and what came later of an older month would never be told. */
export const oldestMonthTold = (today: string): string => addDays(`${today.slice(0, 'YYYY-MM'.length)}-01`, -DAYS_OF_TWO_MONTHS).slice(0, 'YYYY-MM'.length);

const keyOf = ({ personId, month, taxYear, item, letter, claimId = '' }: PayrollLine): string => [month, personId, taxYear, item, letter, claimId].join('|');

/**
 * What no closing has told yet: all there is now, less what earlier closings told of it, sorted. A line of an earlier month is a correction.
 * Both sides begin with the same month, or what is older would be told back.
 */
export function untold(now: readonly PayrollLine[], told: readonly PayrollLine[]): readonly PayrollLine[] {
  const sums = new Map<string, PayrollLine>();
  const add = (line: PayrollLine, sign: 1 | -1): void => {
    const key = keyOf(line);
    sums.set(key, { ...line, amountCents: (sums.get(key)?.amountCents ?? 0) + sign * line.amountCents });
  };
  for (const line of now) add(line, 1);
  for (const line of told) add(line, -1);
  const left = [...sums].filter(([, { amountCents }]) => amountCents !== 0);
  return left.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

/** A month's own lines and the corrections of earlier ones. */
export function partsOf(lines: readonly PayrollLine[], month: string): { readonly own: readonly PayrollLine[]; readonly corrections: readonly PayrollLine[] } {
  return { own: lines.filter((line) => line.month === month), corrections: lines.filter((line) => line.month < month) };
}

/** Sums of a closing, as its event tells them: neither whose, nor under which letter. */
export function closingSums(lines: readonly PayrollLine[], month: string): { people: number; reimbursedCents: Cents; inKindCents: Cents; pensionCents?: Cents; premiumCents?: Cents; mealExcessCents?: Cents; corrections: number; correctedCents: Cents } {
  const { own, corrections } = partsOf(lines, month);
  const sum = (some: readonly PayrollLine[]): Cents => sumCents(some.map(({ amountCents }) => amountCents));
  // Left out where there is none, as in closings of before they were told.
  const some = (name: 'pensionCents' | 'premiumCents' | 'mealExcessCents', cents: Cents): object => (cents === 0 ? {} : { [name]: cents });
  const of = (...items: readonly PayrollItem[]): Cents => sum(own.filter(({ item }) => items.includes(item)));
  return {
    people: new Set(own.map(({ personId }) => personId)).size,
    reimbursedCents: of('reimbursement'),
    inKindCents: of('in-kind'),
    ...some('pensionCents', of('pension')),
    ...some('premiumCents', of('premium', 'premium-ordinary')),
    ...some('mealExcessCents', of('meal-excess')),
    corrections: corrections.length,
    correctedCents: sum(corrections),
  };
}

export const closedPayrollOf = (personal: Readonly<Record<string, unknown>> | undefined): ClosedPayroll => personal as unknown as ClosedPayroll;
