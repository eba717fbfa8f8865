import type { ReactElement } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { Field } from '../parts/field';
import { useWords } from '../shell/words';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

interface Props {
  readonly register: UseFormRegister<NewPassword>;
  readonly errors: FieldErrors<NewPassword>;
}

export const MIN_PASSWORD = 10;

/** A password chosen twice. */
export function NewPasswordFields({ register, errors }: Props): ReactElement {
  const { t } = useWords();
  const password = register('password', { required: t('shell.required'), minLength: { value: MIN_PASSWORD, message: t('signIn.passwordShort') } });
  const again = register('again', { validate: (value, values) => value === values.password || t('signIn.passwordDiffers') });
  return (
    <>
      <Field label={t('signIn.newPassword')} help={t('signIn.passwordHelp')} type="password" autoComplete="new-password" field={password} error={errors.password?.message} />
      <Field label={t('signIn.passwordAgain')} type="password" autoComplete="new-password" field={again} error={errors.again?.message} />
    </>
  );
}
