import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { hoursInWords } from '../format/hours';
import { money } from '../format/money';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import { announcedQuery } from './cover.queries';

/** Credit that nothing new is bought with, since the firm hasn't paid it; nothing where there is none. */
export function Suspended({ cents }: { readonly cents: number | undefined }): ReactElement | null {
  const { t, language } = useWords();
  if (cents === undefined) return null;
  return <Notice tone="warning">{t('cover.suspended', { amount: money(cents, language) })}</Notice>;
}

/** Credit that the firm announced and hasn't transferred yet; nothing where there is none. */
export function Announced(): ReactElement | null {
  const { t, language } = useWords();
  const items = useQuery(announcedQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Notice tone="info">
      <strong>{t('cover.announced')}</strong>
      {items.map(({ runId, amountCents, minutes, letter }) => <p key={runId}>{t('cover.announcedText', { amount: minutes === undefined ? money(amountCents, language) : hoursInWords(minutes, language), letter })}</p>)}
    </Notice>
  );
}
