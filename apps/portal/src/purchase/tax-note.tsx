import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { accountQuery } from '../employee/employee.queries';
import { money } from '../format/money';
import { Notice } from '../parts/notices';
import { letterWord, useWords } from '../shell/words';

/** The letter that the benefit counts for, and what it leaves of the year's threshold where that letter has one. */
export function TaxNote({ quote }: { readonly quote: QuoteView }): ReactElement {
  const { t, language } = useWords();
  const threshold = useQuery(accountQuery).data?.threshold;
  const meaning = t(letterWord(quote.taxLetter)).toLowerCase();
  const after = threshold && threshold.leftCents - quote.totalCents;
  return (
    <div className="tax-note">
      <p className="help">{t('purchase.letterWhy', { letter: quote.taxLetter, meaning })}</p>
      {quote.taxLetter === 'c.3' && threshold && after !== undefined && after >= 0 && (
        <p className="help">{t('purchase.thresholdAfter', { year: threshold.year, left: money(after, language) })}</p>
      )}
      {quote.taxLetter === 'c.3' && threshold && after !== undefined && after < 0 && (
        <Notice tone="warning">{t('purchase.thresholdOver', { year: threshold.year, left: money(threshold.leftCents, language) })}</Notice>
      )}
    </div>
  );
}
