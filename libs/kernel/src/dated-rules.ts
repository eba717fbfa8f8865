/** A row of a rule table: when it is valid, both ends included (`validTo` null is open), by which norm, and how sure we are. */
export interface DatedRow<T extends string | number = string> {
  readonly validFrom: T;
  readonly validTo: T | null;
  readonly norm: string;
  /** primary, secondary, knowledge, unsure (docs/rules). */
  readonly confidence: string;
}

/** A rule table that can't be used. */
export class RuleTableError extends Error {
  constructor(table: string, why: string) {
    super(`${table}: ${why}`);
    this.name = 'RuleTableError';
  }
}

/** A row that can't stand: it ends before it begins, or is valid at the same time as another one of its key. */
export interface UnsoundRow<R> {
  readonly row: R;
  /** The one that it overlaps. */
  readonly other?: R;
}

/** The first row that can't stand beside those before it; undefined where all can. */
export function unsoundRow<R extends DatedRow<string | number>>(rows: readonly R[], keyOf: (row: R) => string): UnsoundRow<R> | undefined {
  for (const [n, row] of rows.entries()) {
    if (row.validTo !== null && row.validTo < row.validFrom) return { row };
    const other = rows.slice(0, n).find((one) => keyOf(one) === keyOf(row) && overlap(one, row));
    if (other) return { row, other };
  }
  return undefined;
}

/** Whether a row is valid then, both ends included. */
export const isValidAt = <T extends string | number>({ validFrom, validTo }: Pick<DatedRow<T>, 'validFrom' | 'validTo'>, when: T): boolean => validFrom <= when && (validTo === null || when <= validTo);

/** A dated rule table: for each key at most one row is valid at a time. Dates are days in Rome (`YYYY-MM-DD`) or years. */
export class DatedRules<T extends string | number, R extends DatedRow<T>> {
  private readonly byKey = new Map<string, readonly R[]>();

  /** Throws RuleTableError for a row that ends before it begins, and for two of one key that are valid at the same time. */
  constructor(
    readonly table: string,
    rows: readonly R[],
    keyOf: (row: R) => string,
  ) {
    const unsound = unsoundRow(rows, keyOf);
    if (unsound) throw new RuleTableError(table, `${keyOf(unsound.row)} from ${unsound.row.validFrom} ${unsound.other ? `overlaps the one from ${unsound.other.validFrom}` : 'ends before it begins'}`);
    for (const row of rows) this.byKey.set(keyOf(row), [...(this.byKey.get(keyOf(row)) ?? []), row]);
  }

  /** The row of a key that is valid then; undefined where none is. */
  at(key: string, when: T): R | undefined {
    return this.byKey.get(key)?.find((row) => isValidAt(row, when));
  }
}

const overlap = <T extends string | number>(one: DatedRow<T>, other: DatedRow<T>): boolean =>
  (one.validTo === null || other.validFrom <= one.validTo) && (other.validTo === null || one.validFrom <= other.validTo);
