import { useId, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import type { Problem } from '../api/problem';
import { municipalities, municipalityCode } from '../format/municipalities';
import { fieldError } from '../parts/field-errors';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import type { SiteValues } from './site-values';
import { closingDaysOf, dayOf } from './week';

interface Props {
  readonly name: string;
  readonly values: SiteValues;
  /** Of a change the day can't be past. */
  readonly kind: 'add' | 'change';
  readonly today: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSave: (values: SiteValues) => void;
}

/** What holds of a site, with a field for each day's hours. What is wrong stands beside it, and what was typed stays. */
export function SiteForm({ name, values, kind, today, busy, problem, onSave }: Props): ReactElement {
  const { t } = useWords();
  const list = useId();
  const { register, handleSubmit, formState: { errors } } = useForm<SiteValues>({ defaultValues: values });
  const required = t('shell.required');
  const told = (field: string): string | undefined => fieldError(problem, field, t('shell.required'));
  const filled = (value: string): boolean | string => value.trim() !== '' || required;
  return (
    <form className="card-form" noValidate aria-label={name} onSubmit={(event) => void handleSubmit(onSave)(event)}>
      <ProblemNotice error={problem}>
        {problem !== null && problem.errors.length > 0 && <ul>{problem.errors.map(({ field, message, code }) => <li key={`${field}.${code}`}>{message ?? code}</li>)}</ul>}
      </ProblemNotice>
      <Field label={t('site.name')} help={t('site.nameHelp')} maxLength={60} field={register('name', { required, validate: filled })} error={errors.name?.message ?? told('name')} />
      <Field label={t('site.address')} maxLength={160} field={register('address', { required, validate: filled })} error={errors.address?.message ?? told('address')} />
      <Field label={t('site.municipality')} help={t('signIn.municipalityHelp')} autoComplete="off" list={list} field={register('municipality', { required, validate: (value) => municipalityCode(value) !== undefined || t('signIn.municipalityWrong') })} error={errors.municipality?.message ?? told('municipality')} />
      <datalist id={list}>{municipalities.map(([code, text]) => <option key={code} value={text} />)}</datalist>
      <Tick label={t('site.delivery')} field={register('deliveryPoint')} />
      <Field label={t('site.instructions')} help={t('site.instructionsHelp')} optional maxLength={500} field={register('instructions')} error={told('instructions')} />
      <fieldset className="field">
        <legend>{t('site.hours')}</legend>
        <p className="help">{t('site.hoursHelp')}</p>
        {values.week.map((_, n) => (
          <Field key={n} label={t(`site.days.${n}`)} optional autoComplete="off" field={register(`week.${n}`, { validate: (value) => dayOf(value) !== undefined || t('site.hoursWrong') })} error={errors.week?.[n]?.message} />
        ))}
      </fieldset>
      <Field label={t('site.closingDays')} help={t('site.closingHelp')} optional autoComplete="off" field={register('closingDays', { validate: (value) => closingDaysOf(value) !== undefined || t('site.closingWrong') })} error={errors.closingDays?.message} />
      {kind === 'add' ? (
        <Field label={t('site.firstDay')} type="date" field={register('day', { required })} error={errors.day?.message ?? told('firstDay')} />
      ) : (
        <Field label={t('site.validFrom')} help={t('site.validHelp')} type="date" min={today} field={register('day', { required, validate: (value) => value >= today || t('site.notPast') })} error={errors.day?.message ?? told('from')} />
      )}
      <Submit busy={busy}>{t(kind === 'add' ? 'site.doAdd' : 'site.doChange')}</Submit>
    </form>
  );
}
