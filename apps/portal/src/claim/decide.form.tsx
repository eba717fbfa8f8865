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
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import { refusalsQuery } from './claim.queries';

interface Values {
  readonly act: 'approve' | 'ask' | 'reject';
  readonly approved: string;
  readonly code: string;
  readonly note: string;
  readonly legible: boolean;
  readonly rightCategory: boolean;
}

/** One decision as it goes out; the code says why where it isn't the whole. */
function decide(claimId: string, { act, approved, code, note, legible, rightCategory }: Values, key: string) {
  const params = { path: { claimId } };
  if (act === 'approve') return client.POST('/api/benefits/claims/{claimId}/approval', { params, body: { approvedCents: centsOf(approved)!, legible, rightCategory, ...(code !== '' && { code: code as never }) }, ...change(key) });
  if (act === 'ask') return client.POST('/api/benefits/claims/{claimId}/integration-requests', { params, body: { code: code as never, ...(note.trim() !== '' && { note: note.trim() }) }, ...change(key) });
  return client.POST('/api/benefits/claims/{claimId}/rejection', { params, body: { code: code as never }, ...change(key) });
}

/** Approves, whole or in part, asks for what is missing, or refuses with a code that tells the claimant what to do. */
export function DecideForm({ claim: { claimId, askedCents } }: { readonly claim: ClaimView }): ReactElement {
  const { t, language } = useWords();
  const refusals = useQuery(refusalsQuery);
  const { register, handleSubmit, watch, formState: { errors } } = useForm<Values>({ defaultValues: { act: 'approve', approved: money(askedCents), code: '', note: '', legible: false, rightCategory: false } });
  const deciding = useChange((values: Values, key) => writtenTo(['claims-queue', 'claims'], decide(claimId, values, key) as Promise<{ data?: object; error?: unknown; response: Response }>), { refreshes: ['claims'] });
  const act = watch('act');
  const isPart = act === 'approve' && (centsOf(watch('approved')) ?? askedCents) < askedCents;
  const codes: readonly (readonly [string, string])[] = (refusals.data?.items ?? []).filter(({ kind }) => kind === 'refusal').map(({ code, text, textEn }) => [code, language === 'it' ? text : textEn]);
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => deciding.mutate(values))(event)}>
      <ProblemNotice error={deciding.error} />
      <Choice label={t('claim.decision')} field={register('act')} options={(['approve', 'ask', 'reject'] as const).map((one) => [one, t(`claim.acts.${one}`)])} />
      {act === 'approve' && (
        <>
          <Field label={t('claim.approved')} help={t('claim.approvedHelp', { asked: money(askedCents, language) })} inputMode="decimal" autoComplete="off" field={register('approved', { validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.approved?.message} />
          <Tick label={t('claim.legible')} field={register('legible')} />
          <Tick label={t('claim.rightCategory')} field={register('rightCategory')} />
        </>
      )}
      {(act !== 'approve' || isPart) && (
        <>
          <Choice label={t('claim.why')} field={register('code', { validate: (value) => value !== '' || t('shell.required') })} options={[['', t('claim.choose')], ...codes]} />
          {errors.code?.message && <p className="field-error" role="alert">{errors.code.message}</p>}
        </>
      )}
      {act === 'ask' && <Field label={t('claim.note')} help={t('claim.noteHelp')} maxLength={500} autoComplete="off" optional field={register('note')} error={errors.note?.message} />}
      <Submit busy={deciding.isPending}>{t(`claim.do.${act}`)}</Submit>
    </form>
  );
}
