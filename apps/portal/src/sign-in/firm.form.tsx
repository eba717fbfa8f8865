import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { useGoInWith } from './await-role';
import { VAT_NUMBER } from './cooperative.form';
import { municipalities, municipalityCode } from '../format/municipalities';
import { DeclarationTick, useDeclaration } from './declaration-tick';

interface Values {
  readonly name: string;
  readonly vatNumber: string;
  readonly employeesCount: string;
  readonly occupatiCount: string;
  readonly sector: string;
  readonly municipality: string;
  /** The form refuses to be sent without it. */
  readonly declarationAccepted: true;
}

const WHOLE = /^\s*\d{1,5}\s*$/;

const bodyOfFirm = ({ occupatiCount, ...values }: Values) => ({
  ...values,
  name: values.name.trim(),
  sector: values.sector.trim(),
  municipality: municipalityCode(values.municipality) ?? values.municipality,
  employeesCount: Number(values.employeesCount),
  ...(occupatiCount.trim() === '' ? {} : { occupatiCount: Number(occupatiCount) }),
});

export function FirmForm(): ReactElement {
  const { t } = useWords();
  const goIn = useGoInWith('firm-admin');
  const form = useForm<Values>({ defaultValues: { occupatiCount: '' } });
  const { register, formState: { errors } } = form;
  const declaration = useDeclaration('firm-data', () => form.resetField('declarationAccepted'));
  const create = useChange(
    (values: Values, key) =>
      bodyOf(client.POST('/api/companies/firms', { body: { ...bodyOfFirm(values), declarationVersion: declaration.version! }, ...change(key) })).catch(declaration.refused),
    { then: () => goIn() },
  );
  const told = (field: keyof Values, general: string): string | undefined => errors[field]?.message ?? fieldError(create.error, field, general);
  const required = t('shell.required');
  const whole = { value: WHOLE, message: t('signIn.numberWrong') };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => create.mutate(values))(event)}>
      <h2 className="small-head">{t('signIn.firmForm')}</h2>
      <ProblemNotice error={create.error} />
      <Field label={t('signIn.firmName')} autoComplete="organization" maxLength={120} field={register('name', { required })} error={told('name', required)} />
      <Field label={t('signIn.vatNumber')} help={t('signIn.vatNumberHelp')} inputMode="numeric" autoComplete="off"
        field={register('vatNumber', { required, pattern: { value: VAT_NUMBER, message: t('signIn.vatNumberWrong') } })} error={told('vatNumber', t('signIn.vatNumberWrong'))} />
      <Field label={t('signIn.employees')} help={t('signIn.employeesHelp')} inputMode="numeric" autoComplete="off" field={register('employeesCount', { required, pattern: whole })} error={told('employeesCount', whole.message)} />
      <Field label={t('signIn.occupati')} help={t('signIn.occupatiHelp')} inputMode="numeric" autoComplete="off" optional field={register('occupatiCount', { validate: (value) => value.trim() === '' || WHOLE.test(value) || whole.message })} error={told('occupatiCount', whole.message)} />
      <Field label={t('signIn.sector')} help={t('signIn.sectorHelp')} autoComplete="off" maxLength={10} field={register('sector', { required })} error={told('sector', t('signIn.sectorHelp'))} />
      <Field label={t('signIn.municipality')} help={t('signIn.municipalityHelp')} autoComplete="off" list="comuni"
        field={register('municipality', { required, validate: (value) => municipalityCode(value) !== undefined || t('signIn.municipalityWrong') })} error={told('municipality', t('signIn.municipalityWrong'))} />
      <datalist id="comuni">{municipalities.map(([code, name]) => <option key={code} value={name} />)}</datalist>
      <DeclarationTick code={declaration.code} field={register('declarationAccepted', { required: t('signIn.declarationNeeded') })} error={errors.declarationAccepted?.message} />
      <Submit busy={create.isPending} disabled={declaration.version === undefined}>{t('signIn.doRegister')}</Submit>
    </form>
  );
}
