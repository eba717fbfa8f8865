import { useRef, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

const cancel = (voucherId: string, key: string) =>
  writtenTo('vouchers', client.POST('/api/vouchers/{voucherId}/cancellation', { params: { path: { voucherId } }, ...change(key) }));

/** A button that asks once more before it cancels. */
export function CancelVoucher({ voucherId, isOrder = false }: { readonly voucherId: string; readonly isOrder?: boolean }): ReactElement {
  const { t } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const cancellation = useChange(cancel, {
    refreshes: ['voucher', 'vouchers', 'account', 'purchase', 'purchases', 'own-purchases'],
    // The button is gone with the voucher: the focus goes where the news is.
    then: () => document.getElementById('contenuto')?.focus(),
  });
  return (
    <>
      <button type="button" className="btn btn-outline-danger" onClick={() => dialog.current?.open()}>{t(isOrder ? 'voucher.cancelOrder' : 'voucher.cancel')}</button>
      <Dialog ref={dialog} title={t(isOrder ? 'voucher.cancelOrderTitle' : 'voucher.cancelTitle')}>
        <p>{t(isOrder ? 'voucher.cancelOrderText' : 'voucher.cancelText')}</p>
        <ProblemNotice error={cancellation.error} />
        <div className="actions">
          <button type="button" className="btn btn-danger" aria-disabled={cancellation.isPending || undefined} onClick={() => cancellation.isPending || cancellation.mutate(voucherId)}>{t('voucher.cancelYes')}</button>
          <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('voucher.cancelNo')}</button>
        </div>
      </Dialog>
    </>
  );
}
