import type { ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { money } from '../format/money';
import { useWords } from '../shell/words';

/** That the price is the one of the firm's network, and what others pay. */
export function NetworkPriceNote({ quote: { networkPrice, totalCents } }: { readonly quote: Pick<QuoteView, 'networkPrice' | 'totalCents'> }): ReactElement | null {
  const { t, language } = useWords();
  if (!networkPrice) return null;
  const { title, listPriceCents } = networkPrice;
  return <p>{t('purchase.networkPrice', { title, amount: money(totalCents, language), list: money(listPriceCents, language) })}</p>;
}
