import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PurchaseView } from '../api/views';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { purchaseQuery } from './purchase.queries';
import { WhoPays } from './who-pays';

/** What came of a purchase; it follows by itself while it is under way. */
export function PurchasePage({ purchaseId }: { readonly purchaseId: string }): ReactElement {
  const { t } = useWords();
  const purchase = useQuery(purchaseQuery(purchaseId));
  return (
    <Page title={purchase.data?.title ?? t('purchase.resultTitle')} narrow>
      <Loaded query={purchase}>{(value) => <Result purchase={value} />}</Loaded>
    </Page>
  );
}

type Tone = 'success' | 'info' | 'danger' | 'warning';
const said: Readonly<Record<string, readonly [tone: Tone, title: string, text: string]>> = {
  pending: ['info', 'pendingTitle', 'pendingText'],
  active: ['success', 'activeTitle', 'activeText'],
  redeemed: ['info', 'redeemedTitle', 'redeemedText'],
  settling: ['info', 'redeemedTitle', 'redeemedText'],
  settled: ['success', 'settledTitle', 'settledText'],
  refused: ['danger', 'refusedTitle', 'refusedText'],
  cancelled: ['warning', 'cancelledTitle', 'returnedText'],
  expired: ['warning', 'expiredTitle', 'returnedText'],
};

function Result({ purchase }: { readonly purchase: PurchaseView }): ReactElement {
  const { t, language } = useWords();
  const { status, refusal, voucherId, offerId } = purchase;
  const [tone, title, text] = said[status] ?? said['pending']!;
  return (
    <>
      <div aria-live="polite">
        <Notice tone={tone}>
          <strong>{t(`purchase.${title}`)}</strong>
          {refusal && <p>{language === 'it' ? refusal.detail : refusal.detailEn}</p>}
          <p>{t(`purchase.${text}`)}</p>
        </Notice>
      </div>
      <p className="actions">
        {status === 'active' && voucherId !== undefined && <Link to="/voucher/$voucherId" params={{ voucherId }} className="btn btn-primary">{t('purchase.openVoucher')}</Link>}
        {status === 'refused' && <Link to="/offerte/$offerId" params={{ offerId }} className="btn btn-primary">{t('purchase.again')}</Link>}
        {status === 'refused' && <Link to="/offerte" className="btn btn-outline-primary">{t('purchase.others')}</Link>}
        <Link to="/dipendente" className="btn btn-outline-primary">{t('purchase.toCredit')}</Link>
      </p>
      {purchase.payments.length > 0 && (
        <>
          <h2 className="small-head">{t('purchase.title')}</h2>
          <WhoPays shares={purchase.payments} totalCents={purchase.totalCents} />
        </>
      )}
    </>
  );
}
