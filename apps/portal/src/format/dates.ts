import type { Language } from './language';

const locales = { it: 'it-IT', en: 'en-GB' } as const;
const timeZone = 'Europe/Rome';

/** `lun 23 nov 2026`, as it is in Rome whatever the device's own zone. */
export function day(instant: string, language: Language = 'it'): string {
  const options = { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(instant)).replace(',', '');
}

/** `lun 23 nov 2026, 14:05`. */
export function dayAndTime(instant: string, language: Language = 'it'): string {
  const time = new Intl.DateTimeFormat(locales[language], { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${day(instant, language)}, ${time.format(new Date(instant))}`;
}

/** `novembre 2026`, of a month written `2026-11`. */
export function month(yearAndMonth: string, language: Language = 'it'): string {
  const options = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(`${yearAndMonth}-15T00:00:00Z`));
}

/** The date in Rome as a date field writes it, `2026-11-23`. */
export function fieldDate(instant: string | Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
}

/** The date so many days later, both as date fields write them. */
export function daysLater(date: string, days: number): string {
  return fieldDate(new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000));
}

/** The first or last instant of a day in Rome, as the API takes it. */
export const romeInstant = (date: string, edge: 'start' | 'end'): string => romeInstantAt(edge === 'start' ? `${date}T00:00:00` : `${date}T23:59:59`);

/** The instant at which clocks in Rome show this, written as a field of day and time does: `2026-11-23T18:00`. */
export function romeInstantAt(wall: string): string {
  const asIfUtc = new Date(`${wall}Z`);
  const offset = (at: Date): number => Date.parse(`${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`) - at.getTime();
  const guess = new Date(asIfUtc.getTime() - offset(asIfUtc));
  return new Date(asIfUtc.getTime() - offset(guess)).toISOString();
}
