import { ProblemError, whyNoDay, type FieldError } from '@salvatempo/http';
import { addYears, minuteOfDay } from '@salvatempo/kernel';
import type { Site, SiteCard } from '../domain/sites';
import { isMunicipality } from '../register-firm/municipalities.table';
import type { OpeningHoursDto, SiteDataDto } from './site.dto';

const MAX_INTERVALS = 6;
const MAX_YEARS_AHEAD = 2;

/** What was said of a place and found right. */
export interface SiteData extends SiteCard, Pick<Site, 'municipality' | 'deliveryPoint'> {
  hours: string[][];
  closingDays: string[];
}

/**
 * Checks what the shape of the fields alone can't tell. Throws ProblemError `invalid-request` with each field that is wrong.
 * @param days further days of the request by their field, none of which may be more than two years after `today` (both in Rome).
 */
export async function checkedSiteData({ name, address, instructions, municipality, deliveryPoint, hours, closingDays }: SiteDataDto, today: string, days: Readonly<Record<string, string>>): Promise<SiteData> {
  const errors: FieldError[] = [];
  if (!(await isMunicipality(municipality))) errors.push({ field: 'municipality', code: 'municipality-unknown', message: 'Nessun Comune ha questo codice catastale.' });
  const week = Array.from({ length: 7 }, (_, n) => dayHours(hours, n + 1, errors));
  for (const [n, day] of closingDays.entries()) checkDay(`closingDays.${n}`, day, today, errors);
  for (const [field, day] of Object.entries(days)) checkDay(field, day, today, errors);
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors: errors.slice(0, 50) });
  const said = instructions?.trim();
  const card: SiteCard = { name: name.trim(), address: address.trim(), ...(said === undefined || said === '' ? {} : { instructions: said }) };
  return { ...card, municipality, deliveryPoint, hours: week, closingDays: [...new Set(closingDays)].sort() };
}

/** Throws ProblemError `invalid-request` for a day that isn't in the calendar or more than two years ahead. */
export function assertSiteDay(field: string, day: string, today: string): void {
  const errors: FieldError[] = [];
  checkDay(field, day, today, errors);
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
}

function checkDay(field: string, day: string, today: string, errors: FieldError[]): void {
  const error = whyNoDay(field, day);
  if (error) errors.push(error);
  if (day > addYears(today, MAX_YEARS_AHEAD)) errors.push({ field, code: 'date-too-far', message: 'Questo giorno è troppo lontano: controllare l’anno.' });
}

/** The intervals of a day of the week in order; each that is wrong is told by its place in the request. */
function dayHours(hours: readonly OpeningHoursDto[], weekday: number, errors: FieldError[]): string[] {
  const placed = hours.map((one, n) => ({ ...one, n })).filter((one) => one.weekday === weekday).sort((a, b) => minuteOfDay(a.from) - minuteOfDay(b.from));
  const wrong = (n: number, field: string, code: string, message: string): unknown => errors.push({ field: `hours.${n}.${field}`, code, message });
  placed.forEach(({ from, to, n }, i) => {
    if (minuteOfDay(to) <= minuteOfDay(from)) wrong(n, 'to', 'closes-before-opening', 'La chiusura viene dopo l’apertura. Oltre la mezzanotte: fino alle 24:00, e dalle 00:00 del giorno dopo.');
    else if (i > 0 && minuteOfDay(from) < minuteOfDay(placed[i - 1]!.to)) wrong(n, 'from', 'hours-overlap', 'Questo orario si sovrappone a un altro dello stesso giorno.');
    if (i === MAX_INTERVALS) wrong(n, 'weekday', 'too-many-intervals', `Gli orari di un giorno sono al massimo ${MAX_INTERVALS}.`);
  });
  return placed.map(({ from, to }) => `${from}-${to}`);
}
