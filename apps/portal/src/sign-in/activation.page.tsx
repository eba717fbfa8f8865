import type { ReactElement } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { openSession, useGoIn } from './enter';
import { NewPasswordFields, type NewPassword } from './new-password';

interface Values extends NewPassword {
  readonly fiscalCode: string;
  readonly code: string;
  readonly email: string;
}

export const FISCAL_CODE = /^\s*[A-Za-z0-9]{16}\s*$/;

async function activate({ fiscalCode, code, password, email }: Values, key: string): Promise<void> {
  const username = fiscalCode.trim().toUpperCase();
  const address = email.trim() === '' ? {} : { email: email.trim() };
  await bodyOf(client.POST('/api/identity/activations', { body: { fiscalCode: username, code: code.trim(), password, ...address }, ...change(key) }));
  await openSession({ username, password }, `${key}-in`);
}

export function ActivationPage(): ReactElement {
  const { t } = useWords();
  const goIn = useGoIn();
  const form = useForm<Values>();
  const { register, formState: { errors } } = form;
  const activation = useChange(activate, { then: () => goIn() });
  return (
    <Page title={t('signIn.activation')} lead={t('signIn.activationLead')} narrow>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => activation.mutate(values))(event)}>
        <ProblemNotice error={activation.error} />
        <Field label={t('signIn.fiscalCode')} help={t('signIn.fiscalCodeHelp')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20}
          field={register('fiscalCode', { required: t('shell.required'), pattern: { value: FISCAL_CODE, message: t('signIn.fiscalCodeWrong') } })} error={errors.fiscalCode?.message} />
        <Field label={t('signIn.code')} help={t('signIn.codeHelp')} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40}
          field={register('code', { required: t('shell.required'), minLength: { value: 10, message: t('signIn.codeShort') } })} error={errors.code?.message} />
        <NewPasswordFields register={register as unknown as UseFormRegister<NewPassword>} errors={errors as FieldErrors<NewPassword>} />
        <Field label={t('signIn.email')} help={t('signIn.emailHelp')} type="email" autoComplete="email" optional field={register('email')} />
        <Submit busy={activation.isPending}>{t('signIn.doActivate')}</Submit>
      </form>
    </Page>
  );
}
