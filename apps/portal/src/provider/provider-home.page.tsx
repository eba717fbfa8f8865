import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { OpenOrders } from './open-orders';
import { myOffersQuery, providerQuery } from './provider.queries';
import { RedeemForm } from './redeem.form';

/** One list of today's work, and the voucher of who has just come in. */
export function ProviderHomePage(): ReactElement {
  const { t } = useWords();
  const providerId = useOrganisation('provider-admin');
  const provider = useQuery(providerQuery(providerId));
  return (
    <Page title={provider.data?.name ?? t('provider.title')}>
      <Loaded query={provider}>
        {({ status }) => (status === 'accredited' ? <AtWork providerId={providerId} /> : <Waiting />)}
      </Loaded>
    </Page>
  );
}

function Waiting(): ReactElement {
  const { t } = useWords();
  return (
    <Notice tone="info" live>
      <strong>{t('provider.waiting')}</strong>
      <p>{t('provider.waitingText')}</p>
    </Notice>
  );
}

function AtWork({ providerId }: { readonly providerId: string }): ReactElement {
  const { t } = useWords();
  const offers = useInfiniteQuery(myOffersQuery(providerId));
  return (
    <>
      {offers.data?.pages[0]?.items.length === 0 && (
        <Notice tone="info">
          <p>{t('provider.accreditedNoOffers')}</p>
          <Link to="/cooperativa/offerte" className="btn btn-sm btn-primary">{t('provider.publishOffers')}</Link>
        </Notice>
      )}
      <RedeemForm />
      <OpenOrders providerId={providerId} />
    </>
  );
}
