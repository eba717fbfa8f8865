import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { EmployeeView } from '../api/views';
import { fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly personId: string;
  readonly month: string;
  readonly kind: 'electronic' | 'paper';
  readonly value: string;
  readonly days: string;
}

/** Numbers of days as somebody types them; undefined where they are none, or one comes twice. */
function daysOf(typed: string): readonly number[] | undefined {
  const days = typed.split(/[\s,;]+/).filter((one) => one !== '').map(Number);
  return days.every((one) => Number.isInteger(one) && one >= 1 && one <= 31) && new Set(days).size === days.length ? days : undefined;
}

/** Says on which days of a month somebody has a meal voucher. */
export function RecordMealsForm({ firmId, employees }: { readonly firmId: string; readonly employees: readonly EmployeeView[] }): ReactElement {
  const { t, language } = useWords();
  const thisMonth = fieldDate(new Date()).slice(0, 'YYYY-MM'.length);
  const form = useForm<Values>({ defaultValues: { personId: employees[0]!.personId, month: thisMonth, kind: 'electronic', value: '', days: '' } });
  const { register, formState: { errors } } = form;
  const recording = useChange(
    ({ personId, month, kind, value, days }: Values, key) => {
      const dates = daysOf(days)!.map((day) => `${month}-${String(day).padStart(2, '0')}`);
      return writtenTo('meals', client.POST('/api/benefits/meal-vouchers', { body: { firmId, personId, month, kind, valueCents: centsOf(value)!, dates }, ...change(key) }));
    },
    { refreshes: ['firm-meals'] },
  );
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => recording.mutate(values))(event)}>
      <ProblemNotice error={recording.error} />
      {recording.data && <Notice tone="success" live>{t('premium.mealsRecorded', { days: recording.data.days, taxed: money(recording.data.taxedCents, language) })}</Notice>}
      <Choice label={t('premium.mealWho')} field={register('personId')} options={employees.map(({ personId, name, surname }) => [personId, `${name} ${surname}`] as const)} />
      <Field label={t('premium.mealMonthOf')} type="month" max={thisMonth} field={register('month', { required: t('shell.required') })} error={errors.month?.message} />
      <Choice label={t('premium.mealKind')} field={register('kind')} options={(['electronic', 'paper'] as const).map((kind) => [kind, t(`premium.mealKinds.${kind}`)] as const)} />
      <Field label={t('premium.mealValue')} inputMode="decimal" autoComplete="off" field={register('value', { required: t('shell.required'), validate: (value) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') })} error={errors.value?.message} />
      <Field label={t('premium.mealDates')} help={t('premium.mealDatesHelp')} autoComplete="off" optional field={register('days', { validate: (value) => daysOf(value) !== undefined || t('premium.mealDatesWrong') })} error={errors.days?.message} />
      <Submit busy={recording.isPending}>{t('premium.doRecordMeals')}</Submit>
    </form>
  );
}
