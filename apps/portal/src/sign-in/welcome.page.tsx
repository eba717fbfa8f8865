import type { ReactElement } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { useGoInWith } from './await-role';
import { openSession } from './enter';
import { NewPasswordFields, type NewPassword } from './new-password';

interface Values extends NewPassword {
  readonly username: string;
}

/** The first operator's own page, by the one-time link printed when the product first starts without demo data. */
export function WelcomePage({ code }: { readonly code: string | undefined }): ReactElement {
  const { t } = useWords();
  const goIn = useGoInWith('operator');
  const form = useForm<Values>();
  const { register, formState: { errors } } = form;
  const welcome = useChange(
    async ({ username, password }: Values, key) => {
      await bodyOf(client.POST('/api/identity/operators/first', { body: { code: code ?? '', username, password }, ...change(key) }));
      await openSession({ username, password }, `${key}-in`);
    },
    { then: () => goIn() },
  );
  return (
    <Page title={t('signIn.welcome')} lead={t('signIn.welcomeLead')} narrow>
      {code === undefined ? (
        <Notice tone="warning">{t('signIn.welcomeNoCode')}</Notice>
      ) : (
        <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => welcome.mutate(values))(event)}>
          <ProblemNotice error={welcome.error} />
          <Field label={t('signIn.username')} help={t('signIn.accountUsernameHelp')} autoComplete="username" autoCapitalize="none" spellCheck={false}
            field={register('username', { required: t('shell.required') })} error={errors.username?.message} />
          <NewPasswordFields register={register as unknown as UseFormRegister<NewPassword>} errors={errors as FieldErrors<NewPassword>} />
          <Submit busy={welcome.isPending}>{t('signIn.doWelcome')}</Submit>
        </form>
      )}
    </Page>
  );
}
