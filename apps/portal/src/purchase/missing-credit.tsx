import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { money } from '../format/money';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';

/** Why this can't be bought now, and what can be done. */
export function MissingCredit({ quote }: { readonly quote: QuoteView }): ReactElement {
  const { t, language } = useWords();
  const needed = quote.shares.find(({ source }) => source === 'credit')?.amountCents ?? 0;
  return (
    <Notice tone="warning" live>
      <strong>{t('purchase.missing', { amount: money(quote.missingCents, language) })}</strong>
      <p>{t('purchase.missingWhy', { needed: money(needed, language), spendable: money(quote.spendableCents, language) })}</p>
      <p>{t('purchase.missingWay')}</p>
      <Link to="/offerte" className="btn btn-sm btn-outline-primary">{t('purchase.others')}</Link>
    </Notice>
  );
}
