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

export const VAT_NUMBER = /^\s*(IT)?\s*(\d\s*){11}$/i;

interface Values {
  readonly name: string;
  readonly vatNumber: string;
}

export function CooperativeForm(): ReactElement {
  const { t } = useWords();
  const goIn = useGoInWith('provider-admin');
  const form = useForm<Values>();
  const { register, formState: { errors } } = form;
  const create = useChange((body: Values, key) => bodyOf(client.POST('/api/providers', { body, ...change(key) })), { then: () => goIn() });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => create.mutate(values))(event)}>
      <h2 className="small-head">{t('signIn.cooperativeForm')}</h2>
      <ProblemNotice error={create.error} />
      <Field label={t('signIn.cooperativeName')} autoComplete="organization" maxLength={120} field={register('name', { required: t('shell.required') })} error={errors.name?.message} />
      <Field label={t('signIn.vatNumber')} help={t('signIn.vatNumberHelp')} inputMode="numeric" autoComplete="off"
        field={register('vatNumber', { required: t('shell.required'), pattern: { value: VAT_NUMBER, message: t('signIn.vatNumberWrong') } })}
        error={errors.vatNumber?.message ?? fieldError(create.error, 'vatNumber', t('signIn.vatNumberWrong'))} />
      <Submit busy={create.isPending}>{t('signIn.doRegister')}</Submit>
    </form>
  );
}
