/** An interval of opening on a weekday, 1 Monday to 7 Sunday, as the API has it. */
export interface OpeningHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

const MAX_INTERVALS = 6;

const clockOf = (hour: string, minute: string | undefined): string => `${hour.padStart(2, '0')}:${minute ?? '00'}`;

/** What was typed for one day (`8:30-12:30, 14-18`) as its intervals, none where it is empty; undefined where it can't be read, or intervals overlap or end before they begin. */
export function dayOf(typed: string): readonly { readonly from: string; readonly to: string }[] | undefined {
  const parts = typed.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length > MAX_INTERVALS) return undefined;
  const intervals = parts.map((part) => {
    const [, fromHour, fromMinute, toHour, toMinute] = /^(\d{1,2})(?:[:.]([0-5]\d))?\s*[-–]\s*(\d{1,2})(?:[:.]([0-5]\d))?$/.exec(part) ?? [];
    return fromHour === undefined || toHour === undefined ? undefined : { from: clockOf(fromHour, fromMinute), to: clockOf(toHour, toMinute) };
  });
  const sorted = intervals.filter((interval) => interval !== undefined).sort((a, b) => (a.from < b.from ? -1 : 1));
  const right = sorted.every(({ from, to }, n) => from < to && to <= '24:00' && (n === 0 || sorted[n - 1]!.to <= from));
  return sorted.length === parts.length && right ? sorted : undefined;
}

/** The week as it is typed, a text for each day from Monday on. */
export const typedWeek = (hours: readonly OpeningHours[]): string[] =>
  Array.from({ length: 7 }, (_, n) => hours.filter(({ weekday }) => weekday === n + 1).map(({ from, to }) => `${from}-${to}`).join(', '));

/** What was typed for each day, as the API takes it; days that can't be read are left out, so check them with `dayOf` first. */
export const hoursOf = (week: readonly string[]): OpeningHours[] => week.flatMap((typed, n) => (dayOf(typed) ?? []).map((interval) => ({ weekday: n + 1, ...interval })));

/** Days that were typed, parted by commas or lines, as `2026-12-24` or `24/12/2026`; undefined where one is none. */
export function closingDaysOf(typed: string): string[] | undefined {
  const days = typed.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== '').map(dateOf);
  return days.every((day) => day !== undefined) ? [...new Set(days)].sort() : undefined;
}

function dateOf(typed: string): string | undefined {
  const italian = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  const text = italian ? `${italian[3]}-${italian[2]!.padStart(2, '0')}-${italian[1]!.padStart(2, '0')}` : typed;
  // The calendar has it only where it comes back unchanged: 30 February would be 2 March.
  const at = Date.parse(`${text}T12:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}

/** `24/12/2026`, as closing days are typed. */
export const typedDay = (date: string): string => date.split('-').reverse().join('/');
