import { useQuery } from '@tanstack/react-query';
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

interface Values {
  readonly amount: string;
  readonly letter: string;
  readonly once: boolean;
}

/** How much of a premium becomes welfare: what is typed is compared at once, and the choice is made once. */
export function ChoosePremiumForm({ premium }: { readonly premium: PremiumView }): ReactElement {
  const { t, language } = useWords();
  const { premiumId, convertibleCents, letters } = premium;
  const form = useForm<Values>({ defaultValues: { amount: '', letter: letters[0] ?? '', once: false } });
  const { register, watch, formState: { errors } } = form;
  const typed = centsOf(watch('amount'));
  const isRight = typed !== undefined && typed <= convertibleCents;
  const compared = useQuery({ ...comparisonQuery(premiumId, isRight ? typed : 0), enabled: isRight }).data ?? premium.comparison;
  const choosing = useChange(
    ({ amount, letter }: Values, key) =>
      writtenTo('premiums', client.POST('/api/benefits/premiums/{premiumId}/choice', { params: { path: { premiumId } }, body: { convertedCents: centsOf(amount)!, ...(centsOf(amount)! > 0 && { letter }) }, ...change(key) })),
    { refreshes: ['own-premiums', 'account'] },
  );
  const most = money(convertibleCents, language);
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => choosing.mutate(values))(event)}>
      <ProblemNotice error={choosing.error} />
      <Field label={t('premium.howMuch')} help={t('premium.howMuchHelp', { most })} inputMode="decimal" autoComplete="off"
        field={register('amount', { required: t('shell.required'), validate: (value) => ((cents) => cents !== undefined && cents <= convertibleCents)(centsOf(value)) || t('premium.wrong', { most }) })} error={errors.amount?.message} />
      {letters.length > 1 && <Choice label={t('premium.letter')} field={register('letter')} options={letters.map((letter) => [letter, t(letterWord(letter))] as const)} />}
      <Comparison comparison={compared} />
      <Tick label={t('premium.once')} field={register('once', { required: t('premium.onceNeeded') })} />
      {errors.once && <p className="field-error" role="alert">{errors.once.message}</p>}
      <Submit busy={choosing.isPending}>{t('premium.choose')}</Submit>
    </form>
  );
}
