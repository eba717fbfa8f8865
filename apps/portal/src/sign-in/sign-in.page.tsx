import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { openSession, useGoIn, type Credentials } from './enter';

interface Props {
  /** The page that asked for sign-in. */
  readonly wanted?: string | undefined;
  readonly notice?: 'ended' | 'changed' | undefined;
}

export function SignInPage({ wanted, notice }: Props): ReactElement {
  const { t } = useWords();
  const goIn = useGoIn();
  const form = useForm<Credentials>();
  const enter = useChange(openSession, { then: () => goIn(wanted) });
  const { errors } = form.formState;
  return (
    <Page title={t('signIn.title')} lead={t('shell.tagline')} narrow>
      {notice === 'ended' && <Notice tone="info">{t('shell.sessionOver')}</Notice>}
      {notice === 'changed' && <Notice tone="success" live>{t('signIn.passwordChanged')}</Notice>}
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => enter.mutate(values))(event)}>
        <ProblemNotice error={enter.error} />
        <Field label={t('signIn.username')} help={t('signIn.usernameHelp')} autoComplete="username" autoCapitalize="none" spellCheck={false}
          field={form.register('username', { required: t('shell.required') })} error={errors.username?.message} />
        <Field label={t('signIn.password')} type="password" autoComplete="current-password"
          field={form.register('password', { required: t('shell.required') })} error={errors.password?.message} />
        <Submit busy={enter.isPending}>{t('signIn.enter')}</Submit>
        <p className="after-form"><Link to="/password-dimenticata">{t('signIn.lost')}</Link></p>
      </form>
      <h2 className="small-head">{t('signIn.first')}</h2>
      <ul className="ways">
        <li><Link to="/attivazione" className="btn btn-outline-primary">{t('signIn.activate')}</Link></li>
        <li><Link to="/registrazione" className="btn btn-outline-primary">{t('signIn.register')}</Link></li>
      </ul>
    </Page>
  );
}
