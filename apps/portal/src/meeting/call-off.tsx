import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

/** Calls a meeting off, which can't be taken back. */
export function CallOff({ meetingId, title }: { readonly meetingId: string; readonly title: string }): ReactElement {
  const { t } = useWords();
  const callingOff = useChange((_: null, key) => writtenTo('meetings', client.POST('/api/companies/meetings/{meetingId}/cancellation', { params: { path: { meetingId } }, ...change(key) })), { refreshes: ['meetings'] });
  return (
    <details>
      <summary>{t('meeting.callOff')}</summary>
      <ProblemNotice error={callingOff.error} />
      <button type="button" className="btn btn-sm btn-danger" disabled={callingOff.isPending} onClick={() => callingOff.mutate(null)}>{t('meeting.callOffOne', { title })}</button>
    </details>
  );
}
