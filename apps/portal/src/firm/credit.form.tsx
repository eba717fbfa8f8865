import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { day, fieldDate } from '../format/dates';
import { hoursInWords } from '../format/hours';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { LETTERS } from '../plan/draft-values';
import { amountOf, areHours, isHourValue, NOTHING_GIVEN, worthOfTyped, type GivenAmount } from '../plan/given-amount';
import { letterWord, useWords } from '../shell/words';

interface Values extends GivenAmount {
  readonly letter: (typeof LETTERS)[number];
  readonly validUntil: string;
}

/** Credits everybody of the firm with the same amount, in euros or in hours of service. */
export function CreditForm({ planId }: { readonly planId: string }): ReactElement {
  const { t, language } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { ...NOTHING_GIVEN, letter: 'c.3', validUntil: `${today.slice(0, 4)}-12-31` } });
  const { register, watch, formState: { errors } } = form;
  const isOfHours = watch('unit') === 'HOUR';
  const worth = worthOfTyped(watch('hours'), watch('hourValue'));
  const run = useChange(
    (values: Values, key) =>
      bodyOf(client.POST('/api/benefits/plans/{planId}/credit-runs', { params: { path: { planId } }, body: { ...amountOf(values), letter: values.letter, validUntil: values.validUntil }, ...change(key) })),
    { refreshes: ['accounts'], then: () => form.reset() },
  );
  const done = run.data;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => run.mutate(values))(event)}>
      <p className="help">{t('firm.creditLead')}</p>
      <ProblemNotice error={run.error} />
      {done && (
        <Notice tone="success" live>
          {done.status === 'awaiting-transfer' ? <>{t('cover.creditWaits')} <Link to="/impresa/crediti">{t('cover.menu')}</Link></> : done.status === 'completed' ? t('firm.credited', { amount: done.minutes === undefined ? money(done.amountCents, language) : hoursInWords(done.minutes, language), n: done.accounts, until: day(done.validUntil, language) }) : done.status === 'put-off' ? t('firm.creditPutOff') : t('firm.crediting')}
        </Notice>
      )}
      <Choice label={t('firm.unit')} field={register('unit')} options={[['EUR', t('firm.inEuros')], ['HOUR', t('firm.inHours')]]} />
      {isOfHours ? (
        <>
          <Field label={t('firm.hours')} help={t('firm.hoursHelp')} autoComplete="off" field={register('hours', { required: t('shell.required'), validate: (value) => areHours(value) || t('firm.hoursWrong') })} error={errors.hours?.message} />
          <Field label={t('firm.hourValue')} help={t('firm.hourValueHelp')} inputMode="decimal" autoComplete="off" field={register('hourValue', { required: t('shell.required'), validate: (value) => isHourValue(value) || t('firm.hourValueWrong') })} error={errors.hourValue?.message} />
          {worth && <p className="help" aria-live="polite">{t('firm.hoursWorth', { hours: hoursInWords(worth.minutes, language), amount: money(worth.cents, language) })}</p>}
        </>
      ) : (
        <Field label={t('firm.amount')} inputMode="decimal" autoComplete="off" field={register('amount', { required: t('shell.required'), validate: (value) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') })} error={errors.amount?.message} />
      )}
      <Choice label={t('firm.letter')} help={t('firm.letterHelp')} field={register('letter')} options={LETTERS.map((letter) => [letter, `${letter}: ${t(letterWord(letter))}`] as const)} />
      <Field label={t('firm.until')} type="date" min={today} field={register('validUntil', { required: t('shell.required'), validate: (value) => value >= today || t('firm.untilWrong') })} error={errors.validUntil?.message} />
      <Submit busy={run.isPending}>{t('firm.doCredit')}</Submit>
    </form>
  );
}
