import { useRef, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ProformaView } from '../api/views';
import { money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

/** A button that asks once more before credit that waits for the firm's transfer is called off. */
export function CallOffRun({ proforma: { runId, ordinal, amountCents, leftCents } }: { readonly proforma: ProformaView }): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const callingOff = useChange((_: null, key) => writtenTo('proformas', client.POST('/api/benefits/credit-runs/{runId}/cancellation', { params: { path: { runId } }, ...change(key) })), {
    refreshes: ['cover', 'accounts'],
    // The button is gone with what was called off: the focus goes where the news is.
    then: () => document.getElementById('contenuto')?.focus(),
  });
  const freedCents = amountCents - leftCents;
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-danger" onClick={() => dialog.current?.open()}>{t('cover.callOff.ask', { n: ordinal })}</button>
      <Dialog ref={dialog} title={t('cover.callOff.title', { n: ordinal })}>
        <p>{t('cover.callOff.text', { amount: money(amountCents, language) })}{freedCents > 0 && <> {t('cover.callOff.freed', { amount: money(freedCents, language) })}</>}</p>
        <ProblemNotice error={callingOff.error} />
        <div className="actions">
          <button type="button" className="btn btn-danger" aria-disabled={callingOff.isPending || undefined} onClick={() => callingOff.isPending || callingOff.mutate(null)}>{t('cover.callOff.yes')}</button>
          <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('cover.callOff.no')}</button>
        </div>
      </Dialog>
    </>
  );
}
