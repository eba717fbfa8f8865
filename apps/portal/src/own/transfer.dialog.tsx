import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PurchaseView } from '../api/views';
import { fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly amount: string;
  readonly day: string;
  readonly bankReference: string;
}

interface Props {
  readonly act: 'record' | 'pay-back';
  readonly purchase: PurchaseView;
  /** Whose it is, for who hears the button alone. */
  readonly of: string;
}

/** Records a transfer that came, or one that was sent back, as the bank's statement says it. */
export function TransferDialog({ act, purchase: { purchaseId, transfer }, of }: Props): ReactElement {
  const { t } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const word = act === 'record' ? 'doRecord' : 'doPayBack';
  const usualCents = act === 'record' ? transfer!.amountCents : transfer!.owedBackCents;
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({ values: { amount: money(usualCents), day: fieldDate(new Date()), bankReference: '' }, resetOptions: { keepDirtyValues: true } });
  const doing = useChange(
    ({ amount, day, bankReference }: Values, key) => {
      const params = { path: { purchaseId } };
      const told = { amountCents: centsOf(amount)!, bankReference: bankReference.trim() };
      return writtenTo(['transfers-awaited', 'transfers-owed-back', 'transfers-found'], act === 'record'
        ? client.POST('/api/marketplace/purchases/{purchaseId}/transfers', { params, body: { ...told, receivedOn: day }, ...change(key) })
        : client.POST('/api/marketplace/purchases/{purchaseId}/paybacks', { params, body: { ...told, paidOn: day }, ...change(key) }));
    },
    { refreshes: ['transfers'], then: () => dialog.current?.close() },
  );
  const required = t('shell.required');
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-primary" aria-label={`${t(`own.${word}`)}: ${of}`} onClick={() => dialog.current?.open()}>{t(`own.${word}`)}</button>
      <Dialog ref={dialog} title={`${t(`own.${word}`)}: ${of}`}>
        <form noValidate onSubmit={(event) => void handleSubmit((values) => doing.mutate(values))(event)}>
          <p>{t(act === 'record' ? 'own.recordMeans' : 'own.payBackMeans')}</p>
          <ProblemNotice error={doing.error} />
          <Field label={t('own.amount')} inputMode="decimal" autoComplete="off" field={register('amount', { required, validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.amount?.message ?? fieldError(doing.error, 'amountCents', t('shell.notAmount'))} />
          <Field label={t(act === 'record' ? 'own.receivedOn' : 'own.paidOn')} type="date" field={register('day', { required })} error={errors.day?.message ?? fieldError(doing.error, act === 'record' ? 'receivedOn' : 'paidOn', required)} />
          <Field label={t('own.bankReference')} help={t('own.bankReferenceHelp')} maxLength={50} autoComplete="off" field={register('bankReference', { required })} error={errors.bankReference?.message ?? fieldError(doing.error, 'bankReference', t('own.bankReferenceWrong'))} />
          <div className="actions">
            <Submit busy={doing.isPending}>{t(`own.${word}`)}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('own.leave')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
