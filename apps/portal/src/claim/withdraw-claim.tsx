import { useRef, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ClaimView } from '../api/views';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

const whole = { ask: 'claim.withdraw.ask', title: 'claim.withdraw.title', text: 'claim.withdraw.text', yes: 'claim.withdraw.yes' } as const;
const appealOnly = { ask: 'claim.withdrawAppeal.ask', title: 'claim.withdrawAppeal.title', text: 'claim.withdrawAppeal.text', yes: 'claim.withdrawAppeal.yes' } as const;

/** A button that asks once more before it takes the claim, or its appeal, back. */
export function WithdrawClaim({ claim: { claimId, appealed } }: { readonly claim: ClaimView }): ReactElement {
  const { t } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const withdrawal = useChange((_: null, key) => writtenTo('claims', client.POST('/api/benefits/claims/{claimId}/withdrawal', { params: { path: { claimId } }, ...change(key) })), {
    refreshes: ['claims', 'account'],
    // The button is gone with the claim: the focus goes where the news is.
    then: () => document.getElementById('contenuto')?.focus(),
  });
  const words = appealed ? appealOnly : whole;
  return (
    <>
      <p><button type="button" className="btn btn-outline-danger" onClick={() => dialog.current?.open()}>{t(words.ask)}</button></p>
      <Dialog ref={dialog} title={t(words.title)}>
        <p>{t(words.text)}</p>
        <ProblemNotice error={withdrawal.error} />
        <div className="actions">
          <button type="button" className="btn btn-danger" aria-disabled={withdrawal.isPending || undefined} onClick={() => withdrawal.isPending || withdrawal.mutate(null)}>{t(words.yes)}</button>
          <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('claim.withdraw.no')}</button>
        </div>
      </Dialog>
    </>
  );
}
