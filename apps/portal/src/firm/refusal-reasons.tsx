import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useWords } from '../shell/words';
import { explanationQuery } from './firm.queries';

/** What spoke against an application, rule by rule, with what the call asks and what it found. Nothing while it isn't known. */
export function RefusalReasons({ allotmentId }: { readonly allotmentId: string }): ReactElement | null {
  const { t } = useWords();
  const { data } = useQuery(explanationQuery(allotmentId));
  const against = data?.reasons.filter(({ holds }) => !holds) ?? [];
  if (against.length === 0) return null;
  return (
    <details>
      <summary>{t('firm.whyRefused')}</summary>
      <ul lang="it">
        {against.map(({ code, detail }) => <li key={code}>{detail}</li>)}
      </ul>
    </details>
  );
}
