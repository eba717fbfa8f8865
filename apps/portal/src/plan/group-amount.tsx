import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { hoursInWords } from '../format/hours';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { useWords } from '../shell/words';
import type { DraftValues } from './draft-values';
import { areHours, isHourValue, worthOfTyped } from './given-amount';

interface Props {
  readonly form: UseFormReturn<DraftValues>;
  readonly at: 'everybody' | `groups.${number}`;
  /** Which group it is, as its fields say it. */
  readonly of: string;
  readonly label: string;
  /** Why an empty amount won't do; undefined where it does. */
  readonly whyNotEmpty: (values: DraftValues) => string | undefined;
  readonly help?: string;
}

/** What a group of the plan is given: euros, or hours with what an hour is worth. */
export function GroupAmount({ form: { register, watch, getFieldState, formState }, at, of, label, whyNotEmpty, help }: Props): ReactElement {
  const { t, language } = useWords();
  const [amount, hours, hourValue] = [`${at}.amount`, `${at}.hours`, `${at}.hourValue`] as const;
  const errorOf = (name: typeof amount | typeof hours | typeof hourValue): string | undefined => getFieldState(name, formState).error?.message;
  const worth = worthOfTyped(watch(hours), watch(hourValue));
  const isAmount = (value: string, values: DraftValues): boolean | string => (value === '' ? (whyNotEmpty(values) ?? true) : (centsOf(value) ?? 0) > 0 || t('shell.notAmount'));
  return (
    <>
      <Choice label={t('plan.groupUnit', { of })} field={register(`${at}.unit`)} options={[['EUR', t('firm.inEuros')], ['HOUR', t('firm.inHours')]]} />
      {watch(`${at}.unit`) === 'HOUR' ? (
        <>
          <Field label={t('plan.groupHours', { of })} help={t('firm.hoursHelp')} autoComplete="off" field={register(hours, { required: t('shell.required'), validate: (value) => areHours(value) || t('firm.hoursWrong') })} error={errorOf(hours)} />
          <Field label={t('plan.groupHourValue', { of })} help={t('firm.hourValueHelp')} inputMode="decimal" autoComplete="off" field={register(hourValue, { required: t('shell.required'), validate: (value) => isHourValue(value) || t('firm.hourValueWrong') })} error={errorOf(hourValue)} />
          {worth && <p className="help" aria-live="polite">{t('firm.hoursWorth', { hours: hoursInWords(worth.minutes, language), amount: money(worth.cents, language) })}</p>}
        </>
      ) : (
        <Field label={label} {...(help !== undefined && { help, optional: true })} inputMode="decimal" autoComplete="off" field={register(amount, { validate: isAmount })} error={errorOf(amount)} />
      )}
    </>
  );
}
