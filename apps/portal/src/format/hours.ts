import type { Language } from './language';

const long = { it: { and: ' e ', h: ['ora', 'ore'], min: ['minuto', 'minuti'] }, en: { and: ' and ', h: ['hour', 'hours'], min: ['minute', 'minutes'] } } as const;
const grouped = (n: number, language: Language): string => new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { useGrouping: 'always' }).format(n);

/** Minutes in words, as credit in hours is told: `3 ore e 30 minuti`, `1 ora`, `20 minuti`. */
export function hoursInWords(minutes: number, language: Language = 'it'): string {
  const { and, h, min } = long[language];
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole > 0 || rest === 0 ? [`${grouped(whole, language)} ${h[whole === 1 ? 0 : 1]}`] : []), ...(rest > 0 ? [`${rest} ${min[rest === 1 ? 0 : 1]}`] : [])].join(and);
}

const words = { it: ['h', 'min'], en: ['h', 'min'] } as const;

/** Minutes as people read them: `1 h 30 min`, `40 h`, `20 min`. */
export function hours(minutes: number, language: Language = 'it'): string {
  const [h, min] = words[language];
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(whole > 0 || rest === 0 ? [`${grouped(whole, language)} ${h}`] : []), ...(rest > 0 ? [`${rest} ${min}`] : [])].join(' ');
}

/** What somebody typed as hours, in minutes: `40`, `1:30`, or `1,5` where that is whole minutes; undefined for none, and for zero. */
export function minutesOf(typed: string): number | undefined {
  const text = typed.trim();
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) || undefined;
  if (!/^\d{1,5}([.,]\d{1,2})?$/.test(text)) return undefined;
  const hundredths = Math.round(Number(text.replace(',', '.')) * 100);
  return hundredths > 0 && (hundredths * 60) % 100 === 0 ? (hundredths * 60) / 100 : undefined;
}
