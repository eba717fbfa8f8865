import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { sessionChanged } from '../shell/session';
import { useWords } from '../shell/words';
import { openSession } from './enter';
import { NewPasswordFields, type NewPassword } from './new-password';

interface Values extends NewPassword {
  readonly username: string;
}

/** The account of who manages the organisation; it is signed in at once, so that the next step acts as them. */
export function AccountForm(): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const form = useForm<Values>();
  const { register, formState: { errors } } = form;
  const create = useChange(
    async ({ username, password }: Values, key) => {
      const body = { username: username.trim(), password };
      await bodyOf(client.POST('/api/identity/accounts', { body, ...change(key) }));
      await openSession(body, `${key}-in`);
    },
    { then: () => sessionChanged(queries) },
  );
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => create.mutate(values))(event)}>
      <h2 className="small-head">{t('signIn.account')}</h2>
      <ProblemNotice error={create.error} />
      <Field label={t('signIn.username')} help={t('signIn.accountUsernameHelp')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={120}
        field={register('username', { required: t('shell.required') })} error={errors.username?.message ?? fieldError(create.error, 'username', t('signIn.accountUsernameHelp'))} />
      <NewPasswordFields register={register as unknown as UseFormRegister<NewPassword>} errors={errors as FieldErrors<NewPassword>} />
      <Submit busy={create.isPending}>{t('signIn.continue')}</Submit>
    </form>
  );
}
