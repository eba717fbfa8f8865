import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { useWords } from '../shell/words';
import { Icon } from './icon';

type Tone = 'success' | 'warning' | 'danger' | 'info';
const icons: Readonly<Record<Tone, string>> = { success: 'check-circle', warning: 'warning-circle', danger: 'close-circle', info: 'info-circle' };

/** Something to know; `live` is read out when it appears. */
export function Notice({ tone, children, live = false }: { readonly tone: Tone; readonly children: ReactNode; readonly live?: boolean }): ReactElement {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Why something was refused, in the API's own published words. It takes the focus, so that nobody misses it below a long form. */
export function ProblemNotice({ error, children }: { readonly error: unknown; readonly children?: ReactNode }): ReactElement | null {
  const { t, language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div ref={box} tabIndex={-1} className="problem">
      <Notice tone="danger" live>
        <strong>{t('shell.problem')}</strong>
        <p>{problemOf(error).text(language)}</p>
        {children}
      </Notice>
    </div>
  );
}
