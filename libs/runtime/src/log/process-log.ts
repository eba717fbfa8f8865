import { pino } from 'pino';
import type { ProcessLog } from '../ports';

/** What looks like a codice fiscale, an IBAN, an e-mail address or a bearer secret never reaches a log line. */
const PERSONAL = [
  /\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b/gi,
  /\bIT\d{2} ?(?:[0-9A-Z] ?){22}[0-9A-Z]\b/gi,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\bBearer\s+[\w.~+/-]+/gi,
  /\bsalvatempo_session=[^;\s"]+/gi,
];

export const redact = (text: string): string => PERSONAL.reduce((clean, pattern) => clean.replace(pattern, '[…]'), text);

function clean(value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: redact(value.message), stack: redact(value.stack ?? '') };
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  return value;
}

/** JSON lines on stderr, redacted. */
export function jsonLog(level: string): ProcessLog {
  const lines = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  return {
    info: (facts, message) => lines.info(clean(facts), message),
    warn: (facts, message) => lines.warn(clean(facts), message),
    error: (facts, message) => lines.error(clean(facts), message),
  };
}
