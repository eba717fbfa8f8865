import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { bodyOf, client } from '../api/client';
import type { VoucherView } from '../api/views';
import { Day } from '../parts/amounts';
import { Icon } from '../parts/icon';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { CancelVoucher } from './cancel-voucher';
import { VoucherSheet } from './voucher-sheet';

const AGAIN_MS = 5_000;

export const voucherQuery = (voucherId: string) =>
  queryOptions({
    queryKey: ['voucher', voucherId],
    queryFn: () => bodyOf(client.GET('/api/vouchers/{voucherId}', { params: { path: { voucherId } } })),
    // Its use at the counter shows here by itself.
    refetchInterval: ({ state }) => (state.data?.status === 'issued' ? AGAIN_MS : false),
  });

export function VoucherPage({ voucherId }: { readonly voucherId: string }): ReactElement {
  const { t } = useWords();
  const voucher = useQuery(voucherQuery(voucherId));
  return (
    <Page title={voucher.data ? `${t(voucher.data.receipt === 'order' ? 'voucher.orderTitle' : 'voucher.title')}: ${voucher.data.title}` : t('voucher.title')} narrow>
      <Loaded query={voucher}>
        {(value) => (
          <>
            <div aria-live="polite"><State voucher={value} /></div>
            <VoucherSheet voucher={value} />
            <Actions voucher={value} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function State({ voucher: { status, endedAt } }: { readonly voucher: VoucherView }): ReactElement | null {
  const { t } = useWords();
  if (status === 'issued') return null;
  return (
    <Notice tone={status === 'redeemed' ? 'success' : 'warning'}>
      {t(`voucher.stateText.${status}`)} {endedAt !== undefined && <Day at={endedAt} time />}.
    </Notice>
  );
}

function Actions({ voucher }: { readonly voucher: VoucherView }): ReactElement {
  const { t } = useWords();
  return (
    <div className="actions no-print">
      <button type="button" className="btn btn-primary" onClick={() => window.print()}>
        <Icon name="print" /> {t(voucher.receipt === 'order' ? 'voucher.printOrder' : 'voucher.print')}
      </button>
      {voucher.status === 'issued' && <CancelVoucher voucherId={voucher.voucherId} isOrder={voucher.receipt === 'order'} />}
      {voucher.receipt === 'order' ? (
        <Link to="/impresa/titolare" className="btn btn-outline-primary">{t('voucher.toOrders')}</Link>
      ) : (
        <Link to="/acquisti/$purchaseId" params={{ purchaseId: voucher.purchaseId }} className="btn btn-outline-primary">{t('voucher.toPurchase')}</Link>
      )}
    </div>
  );
}
