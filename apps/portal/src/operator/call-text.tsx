import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { CallView } from '../api/views';
import { Loaded } from '../parts/loaded';
import { useWords } from '../shell/words';
import { callQuery } from './operator.queries';

/** The text that a call was published with, which a list of calls doesn't bring: it is fetched by whoever opens it. */
export function CallText({ call: { callId, title } }: { readonly call: CallView }): ReactElement {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const call = useQuery({ ...callQuery(callId), enabled: isOpen });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('call.readText', { call: title })}</summary>
      {isOpen && <Loaded query={call}>{({ text }) => <p className="lines">{text}</p>}</Loaded>}
    </details>
  );
}
