import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { OwnQuoteView } from '../api/views';
import { money } from '../format/money';
import { Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { NetworkPriceNote } from '../purchase/network-price-note';
import { WhoPays } from '../purchase/who-pays';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { ownQuoteQuery } from './own.queries';

/** What an owner would pay for one offer, and the way to order it. */
export function OwnOfferPage({ offerId }: { readonly offerId: string }): ReactElement {
  const { t } = useWords();
  const quote = useQuery(ownQuoteQuery(offerId, useOrganisation('firm-admin')));
  return (
    <Page title={quote.data?.title ?? t('own.title')} lead={t('purchase.quoteLead')} narrow>
      <Loaded query={quote}>{(value) => <Quoted quote={value} />}</Loaded>
      <p className="after-form"><Link to="/impresa/titolare">{t('own.back')}</Link></p>
    </Page>
  );
}

function Quoted({ quote }: { readonly quote: OwnQuoteView }): ReactElement {
  const { t, language } = useWords();
  const { shares, totalCents, callTitle, obstacle } = quote;
  return (
    <>
      <h2 className="small-head">{t('purchase.title')}</h2>
      <WhoPays shares={shares} totalCents={totalCents} callTitle={callTitle} isCovered={false} />
      <NetworkPriceNote quote={quote} />
      {obstacle ? <Notice tone="warning"><p>{language === 'it' ? obstacle.detail : obstacle.detailEn}</p></Notice> : <OrderForm quote={quote} />}
    </>
  );
}

function OrderForm({ quote }: { readonly quote: OwnQuoteView }): ReactElement {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { offerId, firmId, quoteId, totalCents, shares, transferDays, maxValidityDays } = quote;
  const ownCents = shares.find(({ source }) => source === 'own')?.amountCents ?? 0;
  const ordering = useChange(
    (_: null, key) => writtenTo('own-purchases', client.POST('/api/marketplace/own-purchases', { body: { offerId, firmId, quoteId, totalCents }, ...change(key) })),
    {
      refreshes: ['own-purchases'],
      then: async () => {
        queries.removeQueries({ queryKey: ['own-quote'] });
        await navigate({ to: '/impresa/titolare' });
      },
    },
  );
  return (
    <form className="card-form" noValidate onSubmit={(event) => { event.preventDefault(); ordering.mutate(null); }}>
      <ProblemNotice error={ordering.error}>
        {ordering.error?.code === 'quote-changed' && (
          <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => void queries.invalidateQueries({ queryKey: ['own-quote'] })}>{t('purchase.seeAgain')}</button>
        )}
      </ProblemNotice>
      <p>{ownCents === 0 ? t('own.noTransfer', { days: maxValidityDays }) : t('own.transferFirst', { amount: money(ownCents, language), transferDays, days: maxValidityDays })}</p>
      <Submit busy={ordering.isPending}>{t('own.order')}</Submit>
    </form>
  );
}
