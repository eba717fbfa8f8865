import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { ConfirmForm } from './confirm.form';
import { MissingCredit } from './missing-credit';
import { NetworkPriceNote } from './network-price-note';
import { HoursChoice } from './hours-choice';
import { quoteQuery, type PayWith } from './purchase.queries';
import { TaxNote } from './tax-note';
import { WhoPays } from './who-pays';

/** Who would pay what for one offer, and the way to buy it. */
export function OfferPage({ offerId }: { readonly offerId: string }): ReactElement {
  const { t } = useWords();
  const [payWith, setPayWith] = useState<PayWith>();
  const quote = useQuery(quoteQuery(offerId, payWith));
  return (
    <Page title={quote.data?.title ?? t('purchase.title')} lead={t('purchase.quoteLead')} narrow>
      <Loaded query={quote}>{(value) => <Quoted quote={value} onPayWith={setPayWith} />}</Loaded>
      {quote.data?.missingCents === 0 && <p className="after-form"><Link to="/offerte">{t('purchase.others')}</Link></p>}
    </Page>
  );
}

function Quoted({ quote, onPayWith }: { readonly quote: QuoteView; readonly onPayWith: (payWith: PayWith) => void }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h2 className="small-head">{t('purchase.title')}</h2>
      <WhoPays shares={quote.shares} totalCents={quote.totalCents} callTitle={quote.callTitle} isCovered={quote.missingCents === 0} />
      <HoursChoice quote={quote} onPayWith={onPayWith} />
      <NetworkPriceNote quote={quote} />
      {quote.missingCents === 0 && <TaxNote quote={quote} />}
      {quote.missingCents > 0 ? <MissingCredit quote={quote} /> : <ConfirmForm quote={quote} />}
    </>
  );
}
