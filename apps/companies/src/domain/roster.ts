import { addDays, derivedId, minuteOfDay, romeInstant, type Instant, type JsonObject } from '@salvatempo/kernel';

/** What a firm wrote down of a month, by number alone: who works when is personal data beside the state. */
export interface Roster {
  readonly shifts: number;
}

export const roster = { service: 'companies', name: 'roster', prefix: 'ros', schema: 1, initial: { shifts: 0 } as Roster };

/** A firm has one for each month (`YYYY-MM` in Rome). */
export const rosterIdOf = (firmId: string, month: string): string => derivedId('ros', firmId, month);

/** When somebody works where. Nothing says why they don't work at other times. */
export interface Shift {
  /** `YYYY-MM-DD` in Rome, on which it begins. */
  readonly date: string;
  /** `HH:MM` as clocks in Rome show it. */
  readonly start: string;
  /** `HH:MM`; on the next day where it isn't after the start. */
  readonly end: string;
  readonly siteId: string;
}

/** Of a month, by employee. */
export type Shifts = Readonly<Record<string, readonly Shift[]>>;

export const shiftsOf = (personal: Readonly<Record<string, unknown>> | undefined): Shifts => (personal?.['people'] ?? {}) as Shifts;
export const personalOfRoster = (people: Shifts): JsonObject => ({ people }) as unknown as JsonObject;
export const countShifts = (people: Shifts): number => Object.values(people).reduce((sum, { length }) => sum + length, 0);

export const startOf = ({ date, start }: Shift): Instant => romeInstant(date, minuteOfDay(start));
/** Where clocks are changed a shift lasts an hour more or less than its times say. */
export const endOf = ({ date, start, end }: Shift): Instant => romeInstant(end <= start ? addDays(date, 1) : date, minuteOfDay(end));

/** One person's shifts that begin before another of theirs has ended, each with that other; shifts that touch don't overlap. */
export function overlaps<S extends Shift>(shifts: readonly S[]): readonly { readonly earlier: S; readonly later: S }[] {
  const found: { readonly earlier: S; readonly later: S }[] = [];
  let longest: S | undefined;
  for (const later of [...shifts].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    if (longest && endOf(longest) > startOf(later)) found.push({ earlier: longest, later });
    if (!longest || endOf(later) > endOf(longest)) longest = later;
  }
  return found;
}

/** The month before and after one, `YYYY-MM`: a night shift reaches into the next. */
export const monthsBeside = (month: string): readonly [string, string] => [addDays(`${month}-01`, -1).slice(0, 7), addDays(`${month}-28`, 4).slice(0, 7)];
