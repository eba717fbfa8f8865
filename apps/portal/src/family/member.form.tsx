import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import { DeclarationTick, useDeclaration } from '../sign-in/declaration-tick';
import { relations } from './family.queries';

const empty = { relation: 'child', name: '', surname: '', fiscalCode: '', birthDate: '', dependent: false, cohabiting: false, from: fieldDate(new Date()), declarationAccepted: false };
type Values = typeof empty;

/** Keeps a relative, or declares anew what holds of one: the codice fiscale tells who. */
export function MemberForm(): ReactElement {
  const { t } = useWords();
  const form = useForm<Values>({ defaultValues: empty });
  const { register, formState: { errors } } = form;
  const declaration = useDeclaration('family-member', () => form.resetField('declarationAccepted'));
  const declaring = useChange(
    (values: Values, key) =>
      bodyOf(client.POST('/api/companies/people/me/family-members', { body: { ...values, relation: values.relation as never, declarationAccepted: true, declarationVersion: declaration.version! }, ...change(key) })).catch(declaration.refused),
    { refreshes: ['family'], then: () => form.reset() },
  );
  const required = t('shell.required');
  const told = (field: keyof Values, general = required): string | undefined => errors[field]?.message ?? fieldError(declaring.error, field, general);
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => declaring.mutate(values))(event)}>
      <ProblemNotice error={declaring.error} />
      {declaring.data && <Notice tone="success" live>{t('family.kept')}</Notice>}
      <Choice label={t('family.relation')} field={register('relation')} options={relations} />
      <Field label={t('family.name')} maxLength={60} autoComplete="off" field={register('name', { required })} error={told('name')} />
      <Field label={t('family.surname')} maxLength={60} autoComplete="off" field={register('surname', { required })} error={told('surname')} />
      <Field label={t('signIn.fiscalCode')} maxLength={20} autoComplete="off" autoCapitalize="characters" field={register('fiscalCode', { required })} error={told('fiscalCode', t('signIn.fiscalCodeWrong'))} />
      <Field label={t('family.birthDate')} type="date" field={register('birthDate', { required })} error={told('birthDate')} />
      <Tick label={t('family.dependent')} field={register('dependent')} />
      <Tick label={t('family.cohabiting')} field={register('cohabiting')} />
      <Field label={t('family.from')} type="date" field={register('from', { required })} error={told('from')} />
      <DeclarationTick code={declaration.code} field={register('declarationAccepted', { required: t('family.declarationNeeded') })} error={errors.declarationAccepted?.message} />
      <Submit busy={declaring.isPending} disabled={declaration.version === undefined}>{t('family.declare')}</Submit>
    </form>
  );
}
