import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../shell/words';

interface Props {
  readonly busy: boolean;
  readonly children: ReactNode;
  readonly tone?: 'primary' | 'danger';
  readonly disabled?: boolean;
}

/** Sends a form. While it is under way it stays where it is and focusable, so that the keyboard doesn't lose its place. */
export function Submit({ busy, children, tone = 'primary', disabled = false }: Props): ReactElement {
  const { t } = useWords();
  return (
    <button type="submit" className={`btn btn-${tone}`} aria-disabled={busy || undefined} disabled={disabled} onClick={(event) => busy && event.preventDefault()}>
      {busy ? `${t('shell.loading')}…` : children}
    </button>
  );
}
