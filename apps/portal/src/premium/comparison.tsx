import type { ReactElement } from 'react';
import type { PremiumComparisonView } from '../api/views';
import { money } from '../format/money';
import { Money } from '../parts/amounts';
import { useWords } from '../shell/words';

const ROWS = [['gross', 'grossCents'], ['contributions', 'contributionsCents'], ['tax', 'taxCents'], ['net', 'netCents']] as const;

/** The same amount as money and as welfare, column beside column; neither is the bigger one. */
export function Comparison({ comparison }: { readonly comparison: PremiumComparisonView }): ReactElement {
  const { t, language } = useWords();
  const { cash, welfare, convertedCents, explanation } = comparison;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('premium.compareTable', { amount: money(convertedCents, language) })}>
        <table className="table">
          <caption className="visually-hidden">{t('premium.compare')}</caption>
          <thead>
            <tr><th scope="col">{t('premium.row')}</th><th scope="col">{t('premium.cash')}</th><th scope="col">{t('premium.welfare')}</th></tr>
          </thead>
          <tbody>
            {ROWS.map(([word, field]) => (
              <tr key={word}><th scope="row">{t(`premium.${word}`)}</th><td><Money cents={cash[field]} /></td><td><Money cents={welfare[field]} /></td></tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{t('premium.why')}</summary>
        <ul>{explanation.map((line) => <li key={line}>{line}</li>)}</ul>
      </details>
    </>
  );
}
