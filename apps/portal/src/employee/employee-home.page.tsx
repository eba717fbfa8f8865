import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Announced, Suspended } from '../cover/announced';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Credit, Threshold } from './credit';
import { accountQuery, offersQuery, vouchersQuery } from './employee.queries';
import { OfferCard } from './offer-card';
import { VoucherCard } from './voucher-card';

const OFFERS_AT_HOME = 3;

/** What there is to spend, what waits to be used, and what can be had for it. */
export function EmployeeHomePage(): ReactElement {
  const { t } = useWords();
  const account = useQuery({ ...accountQuery, refetchInterval: 15_000 });
  return (
    <Page title={t('employee.title')}>
      <Loaded query={account} instead={{ 'account-not-found': <Empty>{t('employee.noCredit')}</Empty> }}>
        {(value) => <><Credit account={value} /><p><Link to="/conto">{t('plan.toAccount')}</Link></p></>}
      </Loaded>
      <Suspended cents={account.data?.suspendedCents} />
      <Announced />
      <VouchersToUse />
      <SomeOffers />
      {account.data?.threshold && (
        <>
          <Threshold threshold={account.data.threshold} />
          <p><Link to="/soglia">{t('year.change')}</Link></p>
        </>
      )}
    </Page>
  );
}

function VouchersToUse(): ReactElement {
  const { t } = useWords();
  const vouchers = useQuery({ ...vouchersQuery, refetchInterval: 10_000 });
  return (
    <Section title={t('employee.vouchers')}>
      <Loaded query={vouchers}>
        {({ items }) => {
          const usable = items.filter(({ status }) => status === 'issued');
          if (usable.length === 0) return <Empty>{t('employee.noVouchers')} <Link to="/offerte">{t('employee.chooseOffer')}</Link></Empty>;
          return <ul className="cards">{usable.map((voucher) => <VoucherCard key={voucher.voucherId} voucher={voucher} />)}</ul>;
        }}
      </Loaded>
    </Section>
  );
}

function SomeOffers(): ReactElement {
  const { t } = useWords();
  const offers = useInfiniteQuery(offersQuery);
  return (
    <Section title={t('employee.offers')} aside={<Link to="/offerte">{t('employee.allOffers')}</Link>}>
      <Loaded query={offers}>
        {({ pages }) => {
          const items = pages[0]?.items ?? [];
          if (items.length === 0) return <Empty>{t('employee.noOffers')}</Empty>;
          return <ul className="cards">{items.slice(0, OFFERS_AT_HOME).map((offer) => <OfferCard key={offer.offerId} offer={offer} />)}</ul>;
        }}
      </Loaded>
    </Section>
  );
}
