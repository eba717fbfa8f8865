import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PremiumView } from '../api/views';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Tick } from '../parts/tick';
import { letterWord, useWords } from '../shell/words';
import { Comparison } from './comparison';
import { comparisonQuery } from './premium.queries';

const MOST_DECLARED_CENTS = 100_000_000;

/** What was typed of other employers, in cents; undefined where it is no amount that can be. */
function othersOf(typed: string): number | undefined {
  const cents = typed.trim() === '' ? 0 : centsOf(typed);
  return cents !== undefined && cents <= MOST_DECLARED_CENTS ? cents : undefined;
}

interface Values {
  /** Of other employers, in euro as typed; nothing typed is nothing paid. */
  readonly others: string;
  readonly incomeAbove: boolean;
  readonly amount: string;
  readonly letter: string;
  readonly once: boolean;
}

/** How much of a premium becomes welfare, less what other employers used of the cap: what is typed is compared at once, and the choice is made once. */
export function ChoosePremiumForm({ premium }: { readonly premium: PremiumView }): ReactElement {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { premiumId, year, capCents, incomeLimitCents, letters } = premium;
  const knownCents = premium.comparison.otherEmployersCents;
  const form = useForm<Values>({ defaultValues: { others: '', incomeAbove: false, amount: '', letter: letters[0] ?? '', once: false } });
  const { register, watch, formState: { errors } } = form;
  const incomeAbove = watch('incomeAbove');
  const others = othersOf(watch('others'));
  const leftCents = Math.max(0, capCents - Math.max(knownCents, others ?? 0));
  const mostCents = incomeAbove ? 0 : Math.min(premium.convertibleCents, leftCents);
  const typed = centsOf(watch('amount'));
  const isRight = others !== undefined && typed !== undefined && typed <= mostCents;
  const compared = useQuery({ ...comparisonQuery(premiumId, isRight ? typed : 0, others ?? 0), enabled: isRight }).data ?? premium.comparison;
  const choosing = useChange(
    ({ others: declared, amount, letter, incomeAbove: isAbove }: Values, key) =>
      writtenTo('premiums', client.POST('/api/benefits/premiums/{premiumId}/choice', { params: { path: { premiumId } }, body: { convertedCents: centsOf(amount)!, ...(centsOf(amount)! > 0 && { letter }), otherEmployersCents: othersOf(declared)!, incomeAbove: isAbove }, ...change(key) })),
    { refreshes: ['own-premiums', 'account'] },
  );
  // A choice of another firm's premium in the same moment may have left less than the page shows; what was typed stays.
  const readAnew = (): void => void queries.invalidateQueries({ queryKey: ['own-premiums'] });
  const [most, left, cap, known] = [mostCents, leftCents, capCents, knownCents].map((cents) => money(cents, language)) as [string, string, string, string];
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => choosing.mutate(values, { onError: readAnew }))(event)}>
      <ProblemNotice error={choosing.error} />
      <Field optional label={t('premium.others', { year })} help={t('premium.othersHelp', { cap })} inputMode="decimal" autoComplete="off"
        field={register('others', { validate: (value) => othersOf(value) !== undefined || t('shell.notAmount') })} error={errors.others?.message} />
      {incomeLimitCents !== undefined && <Tick label={t('premium.incomeAbove', { limit: money(incomeLimitCents, language) })} field={register('incomeAbove')} />}
      <p role="status">
        {knownCents > 0 && <>{t('premium.known', { known })}<br /></>}
        {incomeAbove ? t('premium.aboveMeans') : t('premium.capLeft', { left, cap })}
      </p>
      <Field label={t('premium.howMuch')} help={t('premium.howMuchHelp', { most })} inputMode="decimal" autoComplete="off"
        field={register('amount', { required: t('shell.required'), validate: (value) => ((cents) => cents !== undefined && cents <= mostCents)(centsOf(value)) || t('premium.wrong', { most }) })} error={errors.amount?.message} />
      {letters.length > 1 && <Choice label={t('premium.letter')} field={register('letter')} options={letters.map((letter) => [letter, t(letterWord(letter))] as const)} />}
      {!incomeAbove && <Comparison comparison={compared} />}
      <Tick label={t('premium.once')} field={register('once', { required: t('premium.onceNeeded') })} />
      {errors.once && <p className="field-error" role="alert">{errors.once.message}</p>}
      <Submit busy={choosing.isPending}>{t('premium.choose')}</Submit>
    </form>
  );
}
