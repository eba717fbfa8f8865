import type { Language } from './language';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** Euro cents as people read them: `1.234,50 €`. */
export function money(cents: number, language: Language = 'it'): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', useGrouping: 'always' }).format(cents / 100);
}

/** 7000 is `70%`. */
export function percent(basisPoints: number, language: Language = 'it'): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}

/** What somebody typed as percent, 1 to 100 with up to two decimals, in basis points; undefined where it is none. */
export function basisPointsOf(typed: string): number | undefined {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(typed)) return undefined;
  const share = Number(typed.replace(',', '.'));
  return share >= 1 && share <= 100 ? Math.round(share * 100) : undefined;
}

/**
 * What somebody typed as euros, in cents; undefined where it is no amount. The comma is the decimal sign; a full stop is one
 * too where one or two digits follow it at the end, and otherwise groups thousands.
 */
export function centsOf(typed: string): number | undefined {
  const text = typed.replace(/[\s€]/g, '');
  const parts = /^(\d{1,3}(?:\.?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const euros = Number(parts[1]!.replace(/\./g, ''));
  const cents = Number((parts[2] ?? '0').padEnd(2, '0'));
  const total = euros * 100 + cents;
  return Number.isSafeInteger(total) ? total : undefined;
}
