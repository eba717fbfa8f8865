import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { offersQuery } from './employee.queries';
import { OfferCard } from './offer-card';

export function OffersPage(): ReactElement {
  const { t } = useWords();
  const offers = useInfiniteQuery(offersQuery);
  return (
    <Page title={t('employee.offersTitle')} lead={t('employee.offersLead')}>
      <h2 className="visually-hidden">{t('employee.offers')}</h2>
      <Loaded query={offers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('employee.noOffers')}</Empty>;
          return <ul className="cards">{items.map((offer) => <OfferCard key={offer.offerId} offer={offer} />)}</ul>;
        }}
      </Loaded>
      <More list={offers} />
    </Page>
  );
}
