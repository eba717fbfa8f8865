import type { ReactElement } from 'react';
import type { RuleRow } from '../api/views';
import { day } from '../format/dates';
import { money, percent } from '../format/money';
import { useWords } from '../shell/words';
import { rowKey } from './rule-values';

/** How rows are said in words, in the language of the pages. */
export function useRuleWords(): { readonly value: (row: RuleRow) => string; readonly days: (row: RuleRow) => string; readonly name: (row: RuleRow) => string } {
  const { t, language } = useWords();
  return {
    value: ({ ceilingCents, window, years, basisPoints }) =>
      ceilingCents === undefined ? t('rules.yearly', { rate: percent(basisPoints ?? 0, language) }) : t(window === 'fiscal-years' ? 'rules.fiscal' : 'rules.rolling', { ceiling: money(ceilingCents, language), years: years ?? 0 }),
    days: ({ validFrom, validTo }) => (validTo === undefined ? t('rules.openDays', { from: day(validFrom, language) }) : t('rules.days', { from: day(validFrom, language), to: day(validTo, language) })),
    name: ({ regime }) => (regime === undefined ? t('rules.rate') : t(`call.regimes.${regime}`)),
  };
}

/** Rows of a table in words: what each says, when, by which norm, and how sure that is. */
export function RuleRows({ rows, caption }: { readonly rows: readonly RuleRow[]; readonly caption: string }): ReactElement {
  const { t } = useWords();
  const say = useRuleWords();
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>{(['what', 'value', 'valid', 'norm', 'confidence'] as const).map((word) => <th key={word} scope="col">{t(`rules.${word}`)}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}><th scope="row">{say.name(row)}</th><td>{say.value(row)}</td><td>{say.days(row)}</td><td>{row.norm}</td><td>{t(`rules.confidences.${row.confidence}`)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
