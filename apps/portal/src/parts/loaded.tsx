import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { useWords } from '../shell/words';
import { Notice } from './notices';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (value: T) => ReactNode;
  /** Shown instead of an error with this published code. */
  readonly instead?: Readonly<Record<string, ReactNode>>;
}

/** What was asked for, or that it is on its way, or why it can't be shown and a way to ask again. */
export function Loaded<T>({ query, children, instead = {} }: Props<T>): ReactElement {
  const { t, language } = useWords();
  if (query.isPending) return <p className="loading" role="status">{t('shell.loading')}…</p>;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  const problem = problemOf(query.error);
  if (problem.code in instead) return <>{instead[problem.code]}</>;
  return (
    <Notice tone="danger" live>
      <p>{problem.text(language)}</p>
      <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => void query.refetch()}>
        {t('shell.retry')}
      </button>
    </Notice>
  );
}

/** A list with nothing in it says so, and what to do about it. */
export function Empty({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="empty">{children}</div>;
}
