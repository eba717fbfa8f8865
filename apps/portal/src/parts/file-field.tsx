import { useId, type ReactElement } from 'react';
import { useWords } from '../shell/words';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly onFile: (file: File | undefined) => void;
}

/** A file of those that the product keeps: PDF, picture or FatturaPA. */
export function FileField({ label, help, error, optional = false, disabled = false, onFile }: Props): ReactElement {
  const { t } = useWords();
  const id = useId();
  const told = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label} {optional && <span className="optional">{t('shell.optional')}</span>}</label>
      {help && <p className="help" id={`${id}-help`}>{help}</p>}
      <input id={id} type="file" className={`form-control${error ? ' is-invalid' : ''}`} disabled={disabled} accept="application/pdf,image/jpeg,image/png,text/xml,application/xml,.xml"
        aria-invalid={error ? true : undefined} aria-describedby={told || undefined} onChange={({ target }) => onFile(target.files?.[0])} />
      {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}
