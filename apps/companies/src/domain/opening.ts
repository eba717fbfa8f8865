import { addDays, minuteOfDay, romeDate, romeSpans, weekdayOf, type Instant, type Span } from '@salvatempo/kernel';

/** Opening hours of a week from a day on: seven lists, Monday first, each of intervals `HH:MM-HH:MM` in order, closing at `24:00` at the latest. */
export interface Timetable {
  /** `YYYY-MM-DD` in Rome. */
  readonly from: string;
  readonly hours: readonly (readonly string[])[];
}

/** All that says when a place is open. */
export interface SiteTimes {
  /** `YYYY-MM-DD` in Rome. */
  readonly firstDay: string;
  /** The place is still there on it; undefined where no end is known. */
  readonly lastDay?: string;
  /** Earliest first; the first holds from the first day on. */
  readonly timetables: readonly Timetable[];
  /** Days on which it stays closed whatever the hours say, in order. */
  readonly closingDays: readonly string[];
}

/** Nobody is told of an opening that is further away. */
export const LOOK_AHEAD_DAYS = 366;

/** The hours in force on a day in Rome, whatever the closing days; undefined before the first ones. */
export const timetableOn = ({ timetables }: Pick<SiteTimes, 'timetables'>, day: string): Timetable | undefined => timetables.filter(({ from }) => from <= day).at(-1);

function spansOn(site: SiteTimes, day: string): readonly Span[] {
  const { firstDay, lastDay, closingDays } = site;
  if (day < firstDay || (lastDay !== undefined && day > lastDay) || closingDays.includes(day)) return [];
  const hours = timetableOn(site, day)?.hours[weekdayOf(day) - 1] ?? [];
  // By their beginning: where an hour comes twice, intervals within it take turns.
  return hours.flatMap((interval) => romeSpans(day, minuteOfDay(interval), minuteOfDay(interval.slice('HH:MM-'.length)))).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Whether a place is open at an instant: within its hours as a clock on its wall shows them. In the hour that comes twice in
 * autumn it is open twice, of the one that spring leaves out nothing is open.
 */
export const isOpen = (site: SiteTimes, at: Instant): boolean => spansOn(site, romeDate(at)).some(({ from, until }) => from <= at && at < until);

/** The times during which a place is open that end after an instant, those that touch put together; up to LOOK_AHEAD_DAYS. */
function* openings(site: SiteTimes, at: Instant): Generator<{ readonly from: Instant; readonly until?: Instant }> {
  const today = romeDate(at);
  const begin = site.firstDay > today ? site.firstDay : today;
  const end = addDays(today, LOOK_AHEAD_DAYS);
  let open: Span | undefined;
  for (let day = begin; day <= end && (site.lastDay === undefined || day <= site.lastDay); day = addDays(day, 1))
    for (const span of spansOn(site, day).filter(({ until }) => until > at)) {
      if (open?.until === span.from) open = { from: open.from, until: span.until };
      else {
        if (open) yield open;
        open = span;
      }
    }
  // What goes on up to the horizon has no end that is known.
  if (open) yield romeDate(open.until) <= end ? open : { from: open.from };
}

/** When a place that is open closes; undefined where it is closed, or doesn't close within LOOK_AHEAD_DAYS. */
export function closing(site: SiteTimes, at: Instant): Instant | undefined {
  if (!isOpen(site, at)) return undefined;
  for (const { until } of openings(site, at)) return until;
  return undefined;
}

/** The first instant after `at` at which a place opens that was closed right before; undefined where there is none within LOOK_AHEAD_DAYS. */
export function nextOpening(site: SiteTimes, at: Instant): Instant | undefined {
  for (const { from } of openings(site, at)) if (from > at) return from;
  return undefined;
}
