import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { day, fieldDate } from '../format/dates';
import { hoursInWords, minutesOf } from '../format/hours';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { LETTERS } from '../plan/draft-values';
import { letterWord, useWords } from '../shell/words';

interface Values {
  readonly unit: 'EUR' | 'HOUR';
  readonly amount: string;
  readonly hours: string;
  readonly hourValue: string;
  readonly letter: (typeof LETTERS)[number];
  readonly validUntil: string;
}

/** 1,000 hours, and what an hour may be worth, as the API has it. */
const MAX_MINUTES = 60_000;
const [LEAST_HOUR_CENTS, MOST_HOUR_CENTS] = [60, 100_000];

const amountOf = ({ unit, amount, hours, hourValue }: Values) => (unit === 'EUR' ? { amountCents: centsOf(amount)! } : { minutes: minutesOf(hours)!, hourCents: centsOf(hourValue)! });

/** Credits everybody of the firm with the same amount, in euros or in hours of service. */
export function CreditForm({ planId }: { readonly planId: string }): ReactElement {
  const { t, language } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { unit: 'EUR', amount: '', hours: '', hourValue: '', letter: 'c.3', validUntil: `${today.slice(0, 4)}-12-31` } });
  const { register, watch, formState: { errors } } = form;
  const isOfHours = watch('unit') === 'HOUR';
  const [minutes, hourCents] = [minutesOf(watch('hours')), centsOf(watch('hourValue'))];
  const run = useChange(
    (values: Values, key) =>
      bodyOf(client.POST('/api/benefits/plans/{planId}/credit-runs', { params: { path: { planId } }, body: { ...amountOf(values), letter: values.letter, validUntil: values.validUntil }, ...change(key) })),
    { refreshes: ['accounts'], then: () => form.reset() },
  );
  const isHourValue = (value: string): boolean | string => ((cents) => cents >= LEAST_HOUR_CENTS && cents <= MOST_HOUR_CENTS)(centsOf(value) ?? 0) || t('firm.hourValueWrong');
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
          <Field label={t('firm.hours')} help={t('firm.hoursHelp')} autoComplete="off" field={register('hours', { required: t('shell.required'), validate: (value) => (minutesOf(value) ?? MAX_MINUTES + 1) <= MAX_MINUTES || t('firm.hoursWrong') })} error={errors.hours?.message} />
          <Field label={t('firm.hourValue')} help={t('firm.hourValueHelp')} inputMode="decimal" autoComplete="off" field={register('hourValue', { required: t('shell.required'), validate: isHourValue })} error={errors.hourValue?.message} />
          {minutes !== undefined && hourCents !== undefined && <p className="help" aria-live="polite">{t('firm.hoursWorth', { hours: hoursInWords(minutes, language), amount: money(Math.ceil((minutes * hourCents) / 60), language) })}</p>}
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
