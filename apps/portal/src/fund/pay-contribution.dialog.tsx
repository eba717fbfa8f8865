import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PayrollContributionView } from '../api/views';
import { fieldDate } from '../format/dates';
import { money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

/** Payroll notes a contribution as paid, with day and reference. */
export function PayContribution({ one: { contributionId, amountCents, askedOn }, who }: { readonly one: PayrollContributionView; readonly who: string }): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const today = fieldDate(new Date());
  const { register, handleSubmit, formState: { errors } } = useForm({ defaultValues: { paidOn: today, reference: '' } });
  const paying = useChange(
    (body: { paidOn: string; reference: string }, key) => writtenTo(['contributions-waiting', 'contributions-paid'], client.POST('/api/benefits/contributions/{contributionId}/payment', { params: { path: { contributionId } }, body, ...change(key) })),
    { refreshes: ['contributions'], then: () => document.getElementById('contenuto')?.focus() },
  );
  const title = t('fund.payOf', { amount: money(amountCents, language), who });
  return (
    <>
      <button type="button" className="btn btn-sm btn-primary" aria-label={title} onClick={() => dialog.current?.open()}>{t('fund.pay')}</button>
      <Dialog ref={dialog} title={title}>
        <form noValidate onSubmit={(event) => void handleSubmit(({ paidOn, reference }) => paying.mutate({ paidOn, reference: reference.trim() }))(event)}>
          <ProblemNotice error={paying.error} />
          <Field label={t('fund.payDay')} type="date" min={askedOn} max={today} field={register('paidOn', { required: t('shell.required'), validate: (value) => (value >= askedOn && value <= today) || t('fund.payDayWrong') })} error={errors.paidOn?.message} />
          <Field label={t('fund.reference')} help={t('fund.referenceHelp')} maxLength={40} autoComplete="off" field={register('reference', { required: t('shell.required'), validate: (value) => value.trim() !== '' || t('shell.required') })} error={errors.reference?.message} />
          <div className="actions">
            <Submit busy={paying.isPending}>{t('fund.doPay')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('fund.cancel')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
