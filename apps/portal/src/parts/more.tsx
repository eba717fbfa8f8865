import type { ReactElement } from 'react';
import { useWords } from '../shell/words';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** The rest of a long list, on demand. */
export function More({ list }: { readonly list: Pages }): ReactElement | null {
  const { t } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <button type="button" className="btn btn-outline-primary" onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
      {t('shell.more')}
    </button>
  );
}
