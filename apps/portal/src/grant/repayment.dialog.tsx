import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Props {
  readonly allotmentId: string;
  /** Today, interest included. */
  readonly owedCents: number;
  /** Whose grant it is, for who hears the button alone. */
  readonly of: string;
}

interface Values {
  readonly amount: string;
  readonly paidOn: string;
  readonly proof: string;
}

/** Records what a firm paid back, in a window of its own. */
export function RepaymentDialog({ allotmentId, owedCents, of }: Props): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const today = fieldDate(new Date());
  const { register, handleSubmit, reset, formState: { errors } } = useForm<Values>({ defaultValues: { amount: '', paidOn: today, proof: '' } });
  const recording = useChange(
    ({ amount, paidOn, proof }: Values, key) => bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/repayments', { params: { path: { allotmentId } }, ...change(key), body: { amountCents: centsOf(amount)!, paidOn, proof: proof.trim() } })),
    { refreshes: ['grant-recovery', 'grant-history', 'call', 'allotments'], then: () => (dialog.current?.close(), reset()) },
  );
  const required = t('shell.required');
  const title = `${t('grant.doRepay')}: ${of}`;
  return (
    <>
      <button type="button" className="btn btn-link" aria-label={title} onClick={() => dialog.current?.open()}>{t('grant.doRepay')}</button>
      <Dialog ref={dialog} title={title}>
        <form noValidate onSubmit={(event) => void handleSubmit((values) => recording.mutate(values))(event)}>
          <p>{t('grant.repayMeans')}</p>
          <ProblemNotice error={recording.error} />
          <Field label={t('grant.repayAmount')} help={t('grant.repayHelp', { owed: money(owedCents, language) })} inputMode="decimal" autoComplete="off" field={register('amount', { required, validate: (value) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') })} error={errors.amount?.message} />
          <Field label={t('grant.repaidOn')} type="date" max={today} field={register('paidOn', { required })} error={errors.paidOn?.message} />
          <Field label={t('grant.proof')} help={t('grant.repayProofHelp')} maxLength={50} autoComplete="off" field={register('proof', { required })} error={errors.proof?.message ?? fieldError(recording.error, 'proof', t('grant.proofWrong'))} />
          <div className="actions">
            <Submit busy={recording.isPending}>{t('grant.doRepay')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('grant.leave')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
