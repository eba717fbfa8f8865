import { useId, useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { useWords } from '../shell/words';
import { CsvErrors } from './csv-errors';
import { ProblemNotice } from './notices';
import { Submit } from './submit';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly button: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Ends of the names of files that may be chosen. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
  /** What came of it. */
  readonly children?: ReactNode;
}

/** Chooses a file of values and sends it; a refused one is explained line by line, and nothing of it is kept. */
export function CsvUpload({ label, help, button, busy, problem, accept = '.csv,text/csv', onFile, children }: Props): ReactElement {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    setMissing(!file);
    if (file) onFile(file);
    else input.current?.focus();
  };
  return (
    <form className="card-form" noValidate onSubmit={send}>
      <ProblemNotice error={problem}><CsvErrors errors={problem?.errors ?? []} /></ProblemNotice>
      {children}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <p className="help" id={`${id}-help`}>{help}</p>
        <input ref={input} id={id} type="file" accept={accept} className="form-control" aria-describedby={`${id}-help${missing ? ` ${id}-error` : ''}`} aria-invalid={missing || undefined} />
        {missing && <p className="field-error" id={`${id}-error`}>{t('shell.required')}</p>}
      </div>
      <Submit busy={busy}>{button}</Submit>
    </form>
  );
}
