import { Link } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PurchaseView } from '../api/views';
import { money } from '../format/money';
import { Day, Money } from '../parts/amounts';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { StatusTag } from '../purchase/status-tag';
import { useWords } from '../shell/words';
import { Reference } from './reference';

interface Props {
  readonly purchase: PurchaseView;
  readonly payTo?: { readonly payee?: string; readonly iban?: string } | undefined;
}

/** One thing ordered for the owner: what is to be transferred and how, or what became of it. */
export function OwnOrder({ purchase, payTo }: Props): ReactElement {
  const { t, language } = useWords();
  const { purchaseId, title, totalCents, status, refusal, transfer, voucherId, requestedAt } = purchase;
  const paid = (transfer?.receivedCents ?? 0) > 0;
  return (
    <li className="tile">
      <h3>{title}</h3>
      <p><StatusTag status={status} /> <Money cents={totalCents} />{requestedAt !== undefined && <small> <Day at={requestedAt} /></small>}</p>
      {refusal && <p>{language === 'it' ? refusal.detail : refusal.detailEn}</p>}
      {status === 'awaiting-transfer' && transfer && (
        <>
          <dl className="facts">
            <div><dt>{t('own.toTransfer')}</dt><dd><Money cents={transfer.amountCents} /></dd></div>
            {payTo?.payee !== undefined && <div><dt>{t('own.payee')}</dt><dd>{payTo.payee}</dd></div>}
            {payTo?.iban !== undefined && <div><dt>IBAN</dt><dd className="code">{payTo.iban}</dd></div>}
            <div><dt>{t('own.reference')}</dt><dd><Reference digits={transfer.reference} /></dd></div>
            <div><dt>{t('own.due')}</dt><dd><Day at={transfer.dueAt} /></dd></div>
          </dl>
          {payTo === undefined && <p className="help">{t('own.askOffice')}</p>}
          <Withdraw purchaseId={purchaseId} title={title} />
        </>
      )}
      {transfer && transfer.owedBackCents > 0 && <p className="strong">{t('own.owedBack', { amount: money(transfer.owedBackCents, language) })}</p>}
      {transfer && transfer.paidBackCents > 0 && <p>{t('own.paidBack', { amount: money(transfer.paidBackCents, language) })}</p>}
      {paid && <p><small>{t('own.received')}</small></p>}
      {voucherId !== undefined && <p className="tile-foot"><Link to="/impresa/titolare/ricevute/$voucherId" params={{ voucherId }} className="btn btn-sm btn-outline-primary" aria-label={t('own.openReceiptOf', { title })}>{t('own.openReceipt')}</Link></p>}
    </li>
  );
}

function Withdraw({ purchaseId, title }: { readonly purchaseId: string; readonly title: string }): ReactElement {
  const { t } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const withdrawing = useChange(
    (_: null, key) => writtenTo('own-purchases', client.POST('/api/marketplace/purchases/{purchaseId}/withdrawal', { params: { path: { purchaseId } }, ...change(key) })),
    { refreshes: ['own-purchases', 'own-quote', 'allotments'], then: () => dialog.current?.close() },
  );
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-danger" aria-label={t('own.withdrawOf', { title })} onClick={() => dialog.current?.open()}>{t('own.withdraw')}</button>
      <Dialog ref={dialog} title={t('own.withdrawTitle')}>
        <p>{t('own.withdrawText')}</p>
        <ProblemNotice error={withdrawing.error} />
        <div className="actions">
          <button type="button" className="btn btn-danger" aria-disabled={withdrawing.isPending || undefined} onClick={() => withdrawing.isPending || withdrawing.mutate(null)}>{t('own.withdrawYes')}</button>
          <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('own.withdrawNo')}</button>
        </div>
      </Dialog>
    </>
  );
}
