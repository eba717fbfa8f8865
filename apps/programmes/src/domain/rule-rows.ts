import { MAX_RULE_ROWS, type AidRegime, type RuleChange, type RuleRow, type RuleTableName } from '@salvatempo/contracts';
import { addDays, isValidAt, unsoundRow } from '@salvatempo/kernel';

/** The rows of one key follow each other: a regulation's, or all rates of interest. */
export const keyOf = (row: RuleRow): AidRegime | 'recovery' => ('regime' in row ? row.regime : 'recovery');

/** What an operator wants done to a table. A row is known by its key and first day. */
export type AskedChange =
  | { readonly change: 'close'; readonly key: ReturnType<typeof keyOf>; readonly validFrom: string; readonly validTo: string }
  | { readonly change: 'add' | 'correct'; readonly row: RuleRow };

/** Does the changes, one behind the other. The code of the refusal where one names a row that isn't there, or there would be too many. */
export function applied(rows: readonly RuleRow[], asked: readonly AskedChange[]): { readonly rows: readonly RuleRow[]; readonly changes: readonly RuleChange[] } | string {
  let after = rows;
  const changes: RuleChange[] = [];
  for (const one of asked) {
    const [key, validFrom] = one.change === 'close' ? [one.key, one.validFrom] : [keyOf(one.row), one.row.validFrom];
    const old = after.find((row) => keyOf(row) === key && row.validFrom === validFrom);
    if (!old && one.change !== 'add') return 'rule-row-unknown';
    const row = one.change === 'close' ? { ...old!, validTo: one.validTo } : one.row;
    after = one.change === 'add' ? [...after, row] : after.map((other) => (other === old ? row : other));
    changes.push({ change: one.change, row });
  }
  if (after.length > MAX_RULE_ROWS) return 'rule-table-full';
  return { rows: [...after].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)), changes };
}

const placeOf = (row: RuleRow): string => `${keyOf(row)}/${row.validFrom}`;

/** Why a table can't be changed so, as the code of a refusal; undefined where it can. `today` is a day in Rome. */
export function faultOf(table: RuleTableName, before: readonly RuleRow[], after: readonly RuleRow[], today: string): string | undefined {
  if (after.some((row) => 'regime' in row && !row.countsWith.includes(row.regime))) return 'rule-row-invalid';
  if (unsoundRow(after, keyOf)) return 'rule-rows-overlap';
  if (hasGap(after)) return 'rule-rows-gap';
  if (losesDays(before, after)) return 'rule-days-lost';
  if (table === 'de-minimis-rule' && changesPast(before, after, today)) return 'rule-past-fixed';
  return JSON.stringify(before) === JSON.stringify(after) ? 'rule-unchanged' : undefined;
}

const byKey = (rows: readonly RuleRow[]): readonly (readonly RuleRow[])[] =>
  [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)));

/** Whether between two rows of one key there are days without any. The rows don't overlap. */
export const hasGap = (rows: readonly RuleRow[]): boolean =>
  byKey(rows).some((own) => own.some(({ validTo }, n) => n + 1 < own.length && addDays(validTo!, 1) !== own[n + 1]!.validFrom));

/** Behind the last day of a table. */
const OPEN = '9999-12-31';
const span = (own: readonly RuleRow[]): readonly [first: string, last: string] => [own[0]!.validFrom, own.at(-1)!.validTo ?? OPEN];

/** Whether a key isn't valid any more on days on which it was: calls were opened in the trust that it is. */
const losesDays = (before: readonly RuleRow[], after: readonly RuleRow[]): boolean =>
  byKey(before).some((own) => {
    const now = byKey(after).find((others) => keyOf(others[0]!) === keyOf(own[0]!));
    return !now || span(now)[0] > span(own)[0] || span(now)[1] < span(own)[1];
  });

/** Whether on a day before today something else would have been valid: figures change on first days and behind last ones only. */
function changesPast(before: readonly RuleRow[], after: readonly RuleRow[], today: string): boolean {
  const all = [...before, ...after];
  const turns = all.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [addDays(validTo, 1)])]).filter((day) => day < today);
  const figures = (rows: readonly RuleRow[], key: string, day: string): string => JSON.stringify(rows.filter((row) => keyOf(row) === key && isValidAt(row, day)).map(figuresOf));
  return [...new Set(all.map(keyOf))].some((key) => turns.some((day) => figures(before, key, day) !== figures(after, key, day)));
}

/** What a row decides by, without its days and what it is known from. */
const figuresOf = (row: RuleRow): readonly unknown[] =>
  'regime' in row ? [row.ceilingCents, row.window, row.years, [...row.countsWith].sort()] : [row.basisPoints];
