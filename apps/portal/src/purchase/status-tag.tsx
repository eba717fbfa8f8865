import type { ReactElement } from 'react';
import { useWords } from '../shell/words';

const tones: Readonly<Record<string, string>> = { active: 'good', settled: 'good', refused: 'bad', cancelled: 'dim', expired: 'dim' };

/** How far a purchase has come, in a word. */
export function StatusTag({ status }: { readonly status: string }): ReactElement {
  const { t } = useWords();
  return <span className={`tag tag-${tones[status] ?? 'busy'}`}>{t(`purchase.status.${status}`)}</span>;
}
