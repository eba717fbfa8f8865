import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import type { AllotmentView } from '../api/views';
import { fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { isGrave, perform, type ActValues, type GrantAct } from './grant-acts';

interface Props {
  readonly allotment: AllotmentView;
  readonly act: GrantAct;
  /** Whose grant it is, for who hears the button alone. */
  readonly of: string;
}

/** One act on a grant, in a window of its own: what it means, what it needs, and why it is done. */
export function GrantActDialog({ allotment, act, of }: Props): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const form = useForm<ActValues>({ defaultValues: { reason: '', admitted: '', paidOn: fieldDate(new Date()), proof: '' } });
  const { register, formState: { errors } } = form;
  const doing = useChange((values: ActValues, key) => perform(act, allotment.allotmentId, values, key), {
    refreshes: ['allotments', 'call', 'dossier', 'grant-history', 'grant-recovery'],
    then: () => dialog.current?.close(),
  });
  const required = t('shell.required');
  const { report } = allotment;
  return (
    <>
      <button type="button" className="btn btn-link" aria-label={`${t(`grant.do.${act}`)}: ${of}`} onClick={() => dialog.current?.open()}>{t(`grant.do.${act}`)}</button>
      <Dialog ref={dialog} title={`${t(`grant.do.${act}`)}: ${of}`}>
        <form noValidate onSubmit={(event) => void form.handleSubmit((values) => doing.mutate(values))(event)}>
          <p>{t(`grant.means.${act}`)}</p>
          {isGrave(act) && <Notice tone="warning">{t('grant.grave')}</Notice>}
          <ProblemNotice error={doing.error} />
          {act === 'verification' && (
            <Field label={t('grant.admitted')} help={t('grant.admittedHelp', { reported: money(report?.reportedCents ?? 0, language) })} inputMode="decimal" autoComplete="off" field={register('admitted', { required, validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.admitted?.message ?? fieldError(doing.error, 'admittedCents', t('shell.notAmount'))} />
          )}
          {act === 'payment' && (
            <>
              <p className="strong">{t('grant.toPay', { amount: money(report?.admittedCents ?? 0, language) })}</p>
              <Field label={t('grant.paidOn')} type="date" field={register('paidOn', { required })} error={errors.paidOn?.message ?? fieldError(doing.error, 'paidOn', required)} />
              <Field label={t('grant.proof')} help={t('grant.proofHelp')} maxLength={50} autoComplete="off" field={register('proof', { required })} error={errors.proof?.message ?? fieldError(doing.error, 'proof', t('grant.proofWrong'))} />
            </>
          )}
          <Field label={t('grant.reason')} help={t('grant.reasonHelp')} maxLength={200} autoComplete="off" field={register('reason', { required })} error={errors.reason?.message ?? fieldError(doing.error, 'reason', required)} />
          <div className="actions">
            <Submit busy={doing.isPending}>{t(`grant.do.${act}`)}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('grant.leave')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
