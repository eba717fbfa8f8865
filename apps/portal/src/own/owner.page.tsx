import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { offersQuery } from '../employee/employee.queries';
import { OfferCard } from '../employee/offer-card';
import { firmQuery } from '../firm/firm.queries';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { DeclareOwnerForm } from './declare-owner.form';
import { OwnOrder } from './own-order';
import { ownPurchasesQuery } from './own.queries';

/** What the firm's owner buys for themself: who they are, what was ordered and what is to be transferred, and what there is. */
export function OwnerPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const firm = useQuery(firmQuery(firmId));
  return (
    <Page title={t('own.title')} lead={t('own.lead')}>
      <Loaded query={firm}>
        {(value) =>
          value.owner === undefined ? (
            <Section title={t('own.declare')}><DeclareOwnerForm firm={value} /></Section>
          ) : (
            <p>{t('own.owner', { name: `${value.owner.name} ${value.owner.surname}`, tail: value.owner.fiscalCodeTail })}</p>
          )
        }
      </Loaded>
      <Orders firmId={firmId} />
      <Offers />
    </Page>
  );
}

function Orders({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const purchases = useInfiniteQuery(ownPurchasesQuery(firmId));
  return (
    <Section title={t('own.orders')}>
      <Loaded query={purchases}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('own.noOrders')}</Empty>;
          return <ul className="cards">{items.map((one) => <OwnOrder key={one.purchaseId} purchase={one} payTo={pages[0]?.payTo} />)}</ul>;
        }}
      </Loaded>
      <More list={purchases} />
    </Section>
  );
}

function Offers(): ReactElement {
  const { t } = useWords();
  const offers = useInfiniteQuery(offersQuery);
  return (
    <Section title={t('own.offers')}>
      <Loaded query={offers}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('employee.noOffers')}</Empty>;
          return <ul className="cards">{items.map((offer) => <OfferCard key={offer.offerId} offer={offer} to="/impresa/titolare/offerte/$offerId" />)}</ul>;
        }}
      </Loaded>
      <More list={offers} />
    </Section>
  );
}
