import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { money } from '../format/money';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import { announcedQuery } from './cover.queries';

/** Credit that the firm announced and hasn't transferred yet; nothing where there is none. */
export function Announced(): ReactElement | null {
  const { t, language } = useWords();
  const items = useQuery(announcedQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Notice tone="info">
      <strong>{t('cover.announced')}</strong>
      {items.map(({ runId, amountCents, letter }) => <p key={runId}>{t('cover.announcedText', { amount: money(amountCents, language), letter })}</p>)}
    </Notice>
  );
}
