import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { NewPasswordFields, type NewPassword } from './new-password';

interface Values extends NewPassword {
  readonly username: string;
  readonly code: string;
}

export function LostPasswordPage(): ReactElement {
  const { t } = useWords();
  const [asked, setAsked] = useState<string>();
  return (
    <Page title={t('signIn.lost')} lead={t('signIn.lostLead')} narrow>
      {asked === undefined ? <AskCode onAsked={setAsked} /> : <SetPassword username={asked} />}
    </Page>
  );
}

function AskCode({ onAsked }: { readonly onAsked: (username: string) => void }): ReactElement {
  const { t } = useWords();
  const form = useForm<{ username: string }>({ defaultValues: { username: '' } });
  const ask = useChange((body: { username: string }, key) => bodyOf(client.POST('/api/identity/password-resets', { body, ...change(key) })), {
    then: (_, { username }) => onAsked(username),
  });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit(({ username }) => ask.mutate({ username: username.trim() }))(event)}>
      <ProblemNotice error={ask.error} />
      <Field label={t('signIn.username')} help={t('signIn.usernameHelp')} autoComplete="username" autoCapitalize="none" spellCheck={false}
        field={form.register('username', { required: t('shell.required') })} error={form.formState.errors.username?.message} />
      <Submit busy={ask.isPending}>{t('signIn.askCode')}</Submit>
      <p className="after-form">
        <button type="button" className="btn btn-link" onClick={() => onAsked('')}>{t('signIn.haveCode')}</button>
      </p>
    </form>
  );
}

function SetPassword({ username }: { readonly username: string }): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm<Values>({ defaultValues: { username } });
  const { register, formState: { errors } } = form;
  const confirm = useChange(
    ({ username: name, code, password }: Values, key) =>
      bodyOf(client.POST('/api/identity/password-resets/confirmations', { body: { username: name.trim(), code: code.trim(), password }, ...change(key) })),
    { then: () => navigate({ to: '/accesso', search: { avviso: 'changed' } }) },
  );
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => confirm.mutate(values))(event)}>
      {username !== '' && <Notice tone="info" live>{t('signIn.codeAsked')}</Notice>}
      <ProblemNotice error={confirm.error} />
      <Field label={t('signIn.username')} autoComplete="username" autoCapitalize="none" spellCheck={false}
        field={register('username', { required: t('shell.required') })} error={errors.username?.message} />
      <Field label={t('signIn.resetCode')} help={t('signIn.codeHelp')} autoComplete="one-time-code" spellCheck={false} maxLength={40}
        field={register('code', { required: t('shell.required'), minLength: { value: 10, message: t('signIn.codeShort') } })} error={errors.code?.message} />
      <NewPasswordFields register={register as unknown as UseFormRegister<NewPassword>} errors={errors as FieldErrors<NewPassword>} />
      <Submit busy={confirm.isPending}>{t('signIn.setPassword')}</Submit>
    </form>
  );
}
