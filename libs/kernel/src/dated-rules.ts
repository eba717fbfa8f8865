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

/** A dated rule table: for each key at most one row is valid at a time. Dates are days in Rome (`YYYY-MM-DD`) or years. */
export class DatedRules<T extends string | number, R extends DatedRow<T>> {
  private readonly byKey = new Map<string, readonly R[]>();

  /** Throws RuleTableError for a row that ends before it begins, and for two of one key that are valid at the same time. */
  constructor(
    readonly table: string,
    rows: readonly R[],
    private readonly keyOf: (row: R) => string,
  ) {
    for (const row of rows) this.add(row);
  }

  private add(row: R): void {
    const key = this.keyOf(row);
    if (row.validTo !== null && row.validTo < row.validFrom) throw new RuleTableError(this.table, `${key} from ${row.validFrom} ends before it begins`);
    const others = this.byKey.get(key) ?? [];
    const other = others.find((one) => overlap(one, row));
    if (other) throw new RuleTableError(this.table, `${key} from ${row.validFrom} overlaps the one from ${other.validFrom}`);
    this.byKey.set(key, [...others, row]);
  }

  /** The row of a key that is valid then; undefined where none is. */
  at(key: string, when: T): R | undefined {
    return this.byKey.get(key)?.find(({ validFrom, validTo }) => validFrom <= when && (validTo === null || when <= validTo));
  }
}

const overlap = <T extends string | number>(one: DatedRow<T>, other: DatedRow<T>): boolean =>
  (one.validTo === null || other.validFrom <= one.validTo) && (other.validTo === null || one.validFrom <= other.validTo);
