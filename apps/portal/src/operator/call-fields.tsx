import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { basisPointsOf, centsOf } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { useWords } from '../shell/words';
import type { CallValues } from './call-values';
import { services } from './services';

interface Props {
  readonly form: UseFormReturn<CallValues>;
}

export function CallFields({ form: { register, formState: { errors } } }: Props): ReactElement {
  const { t } = useWords();
  const required = t('shell.required');
  const amount = { required, validate: (value: string) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') };
  const share = (value: string): boolean | string => basisPointsOf(value) !== undefined || t('operator.percentWrong');
  return (
    <>
      <Field label={t('operator.callTitle')} maxLength={120} field={register('title', { required })} error={errors.title?.message} />
      <Field label={t('operator.cupLabel')} help={t('operator.cupHelp')} optional maxLength={15} autoCapitalize="characters" field={register('cup', { validate: (value) => value.trim() === '' || /^[A-Za-z]\d{2}[A-Za-z0-9]{12}$/.test(value.trim()) || t('operator.cupWrong') })} error={errors.cup?.message} />
      <Field label={t('operator.budget')} inputMode="decimal" field={register('budget', amount)} error={errors.budget?.message} />
      <Field label={t('operator.percent')} inputMode="decimal" field={register('percent', { required, validate: share })} error={errors.percent?.message} />
      <Field label={t('operator.firmCap')} inputMode="decimal" field={register('firmCap', amount)} error={errors.firmCap?.message} />
      <Field label={t('operator.personCap')} inputMode="decimal" field={register('personCap', amount)} error={errors.personCap?.message} />
      <Choice label={t('operator.basis')} field={register('headcountBasis')} options={[['employees', t('operator.basisEmployees')], ['occupati', t('operator.basisOccupati')]]} />
      <Field label={t('operator.maxHeadcount')} inputMode="numeric" field={register('maxHeadcount', { required, pattern: { value: /^[1-9]\d{0,4}$/, message: t('signIn.numberWrong') } })} error={errors.maxHeadcount?.message} />
      <Field label={t('operator.firstDay')} type="date" field={register('firstDay', { required })} error={errors.firstDay?.message} />
      <Field label={t('operator.lastDay')} type="date" field={register('lastDay', { required, validate: (value, { firstDay }) => value >= firstDay || t('operator.datesWrong') })} error={errors.lastDay?.message} />
      <fieldset className="field ticks" aria-describedby={errors.services ? 'services-error' : undefined}>
        <legend>{t('operator.services')}</legend>
        {services.map(({ code, name }) => (
          <div key={code} className="tick">
            <input type="checkbox" id={`service-${code}`} value={code} {...register('services', { validate: (chosen) => chosen.length > 0 || t('operator.chooseService') })} />
            <label htmlFor={`service-${code}`} lang="it">{name}</label>
          </div>
        ))}
        {errors.services && <p className="field-error" id="services-error">{errors.services.message}</p>}
      </fieldset>
    </>
  );
}
