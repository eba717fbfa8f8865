import { useId, type InputHTMLAttributes, type ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useWords } from '../shell/words';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly field: UseFormRegisterReturn;
  readonly optional?: boolean;
}

/** A labelled field with its help and its error, each tied to it for screen readers. */
export function Field({ label, help, error, field, optional = false, ...input }: Props): ReactElement {
  const { t } = useWords();
  const id = useId();
  const told = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="optional">{t('shell.optional')}</span>}
      </label>
      {help && <p className="help" id={`${id}-help`}>{help}</p>}
      <input
        id={id}
        type="text"
        {...input}
        {...field}
        className={`form-control${error ? ' is-invalid' : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={told || undefined}
        aria-required={optional ? undefined : true}
      />
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}
