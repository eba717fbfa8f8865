import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ClaimView } from '../api/views';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { refusalsQuery } from './claim.queries';

/** The second look at a claim that was drawn: right as it is, or with the amount that would have been. */
export function ReviewForm({ claim: { claimId, approvedCents } }: { readonly claim: ClaimView }): ReactElement {
  const { t, language } = useWords();
  const refusals = useQuery(refusalsQuery);
  const { register, handleSubmit, formState: { errors } } = useForm({ defaultValues: { approved: '', code: '' } });
  const params = { path: { claimId } };
  const lists = ['claims-queue', 'claims'] as const;
  const confirming = useChange((_: null, key) => writtenTo(lists, client.POST('/api/benefits/claims/{claimId}/review/confirmation', { params, ...change(key) })), { refreshes: ['claims'] });
  const correcting = useChange(
    ({ approved, code }: { approved: string; code: string }, key) => writtenTo(lists, client.POST('/api/benefits/claims/{claimId}/review/correction', { params, body: { approvedCents: centsOf(approved)!, code: code as never }, ...change(key) })),
    { refreshes: ['claims'] },
  );
  const codes: readonly (readonly [string, string])[] = (refusals.data?.items ?? []).filter(({ kind }) => kind === 'refusal').map(({ code, text, textEn }) => [code, language === 'it' ? text : textEn]);
  const isBusy = confirming.isPending || correcting.isPending;
  return (
    <>
      <p>{t('claim.review.text')}</p>
      <ProblemNotice error={confirming.error ?? correcting.error} />
      <p><button type="button" className="btn btn-primary" aria-disabled={isBusy || undefined} onClick={() => isBusy || confirming.mutate(null)}>{t('claim.review.confirm')}</button></p>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => correcting.mutate(values))(event)}>
        <Field label={t('claim.review.approved')} help={t('claim.review.approvedHelp', { approved: money(approvedCents, language) })} inputMode="decimal" autoComplete="off" field={register('approved', { validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.approved?.message} />
        <Choice label={t('claim.review.why')} field={register('code', { validate: (value) => value !== '' || t('shell.required') })} options={[['', t('claim.choose')], ...codes]} />
        {errors.code?.message && <p className="field-error" role="alert">{errors.code.message}</p>}
        <p className="help">{t('claim.review.correctHelp')}</p>
        <Submit busy={isBusy} tone="danger">{t('claim.review.correct')}</Submit>
      </form>
    </>
  );
}
