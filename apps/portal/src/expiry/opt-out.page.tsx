import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { ProblemNotice } from '../parts/notices';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';

/** Where the link of a mail leads: a button, since programs that check links open them too. */
export function OptOutPage({ remindersId, code }: { readonly remindersId: string; readonly code: string }): ReactElement {
  const { t } = useWords();
  const turningOff = useChange((_: null, key) => bodyOf(client.POST('/api/benefits/expiry-reminders/{remindersId}/opt-out', { params: { path: { remindersId } }, body: { code }, ...change(key) })));
  if (turningOff.isSuccess) return <Page key="off" title={t('expiry.isOff')} narrow><p>{t('expiry.isOffText')}</p></Page>;
  return (
    <Page title={t('expiry.optOutTitle')} narrow>
      <p>{t('expiry.optOutText')}</p>
      <ProblemNotice error={turningOff.error} />
      <button type="button" className="btn btn-primary" aria-disabled={turningOff.isPending || undefined} onClick={() => turningOff.isPending || turningOff.mutate(null)}>{t('expiry.turnOff')}</button>
    </Page>
  );
}
