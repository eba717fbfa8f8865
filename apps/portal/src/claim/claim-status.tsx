import type { ReactElement } from 'react';
import type { ClaimRefView } from '../api/views';
import { Day } from '../parts/amounts';
import { useWords } from '../shell/words';

const tones: Readonly<Record<string, string>> = { approved: 'good', rejected: 'bad', integration: 'busy', open: 'busy', second: 'busy', checking: 'busy' };

/** How far a claim has come, in a word. */
export function ClaimTag({ status }: Pick<ClaimRefView, 'status'>): ReactElement {
  const { t } = useWords();
  return <span className={`tag tag-${tones[status] ?? 'dim'}`}>{t(`claim.status.${status}`)}</span>;
}

/** Until when the next step is due, and whose it is. */
export function ClaimClock({ status, dueAt }: Pick<ClaimRefView, 'status' | 'dueAt'>): ReactElement | null {
  const { t } = useWords();
  if (dueAt === undefined) return null;
  return <small>{t(`claim.due.${status}`)} <Day at={dueAt} /></small>;
}
