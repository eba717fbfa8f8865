import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

/** Whether mails are wanted before credit expires, and a button for the other way. */
export function RemindersSetting({ wanted, days }: { readonly wanted: boolean; readonly days: readonly number[] }): ReactElement {
  const { t } = useWords();
  const setting = useChange((next: boolean, key) => bodyOf(client.POST('/api/benefits/expiry-reminders/mine', { body: { wanted: next }, ...change(key) })), { refreshes: ['expiries'] });
  return (
    <>
      <p aria-live="polite">{t(wanted ? 'expiry.mailOn' : 'expiry.mailOff', { days: days.join(', ') })}</p>
      <ProblemNotice error={setting.error} />
      <button type="button" className="btn btn-outline-primary" aria-disabled={setting.isPending || undefined} onClick={() => setting.isPending || setting.mutate(!wanted)}>{t(wanted ? 'expiry.turnOff' : 'expiry.turnOn')}</button>
    </>
  );
}
