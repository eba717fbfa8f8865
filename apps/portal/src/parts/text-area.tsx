import { useId, type ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useWords } from '../shell/words';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly maxLength: number;
  readonly error: string | undefined;
  readonly field: UseFormRegisterReturn;
  readonly optional?: boolean;
}

/** A labelled field for a text of several lines, with its help and its error tied to it. */
export function TextArea({ label, help, maxLength, error, field, optional = false }: Props): ReactElement {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="optional">{t('shell.optional')}</span>}
      </label>
      <p className="help" id={`${id}-help`}>{help}</p>
      <textarea
        id={id}
        rows={6}
        maxLength={maxLength}
        {...field}
        className={`form-control${error ? ' is-invalid' : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-help${error ? ` ${id}-error` : ''}`}
        aria-required={optional ? undefined : true}
      />
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}
