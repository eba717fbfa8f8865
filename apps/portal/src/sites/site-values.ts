import type { SiteView } from '../api/views';
import { municipalityCode, municipalityName } from '../format/municipalities';
import { closingDaysOf, hoursOf, typedDay, typedWeek } from './week';

/** A site as it is typed. */
export interface SiteValues {
  readonly name: string;
  readonly address: string;
  /** Name or code. */
  readonly municipality: string;
  readonly deliveryPoint: boolean;
  readonly instructions: string;
  /** First day of a new one; of a change, from when on the hours hold. */
  readonly day: string;
  /** A text for each day from Monday on. */
  readonly week: string[];
  readonly closingDays: string;
}

export const newSite = (today: string): SiteValues => ({ name: '', address: '', municipality: '', deliveryPoint: false, instructions: '', day: today, week: typedWeek([]), closingDays: '' });

/** The site as it can be changed: the hours that hold on a day. */
export const valuesOf = ({ name, address, municipality, deliveryPoint, instructions, timetables, closingDays }: SiteView, today: string): SiteValues => ({
  name,
  address,
  municipality: municipalityName(municipality),
  deliveryPoint,
  instructions: instructions ?? '',
  day: today,
  week: typedWeek((timetables.filter(({ from }) => from <= today).at(-1) ?? timetables[0])?.hours ?? []),
  closingDays: closingDays.map(typedDay).join(', '),
});

/** What was typed, as the API takes it; the day goes beside it. */
export const bodyOfSite = ({ name, address, municipality, deliveryPoint, instructions, week, closingDays }: SiteValues) => ({
  name: name.trim(),
  address: address.trim(),
  municipality: municipalityCode(municipality) ?? municipality,
  deliveryPoint,
  ...(instructions.trim() !== '' && { instructions: instructions.trim() }),
  hours: hoursOf(week),
  closingDays: closingDaysOf(closingDays) ?? [],
});
