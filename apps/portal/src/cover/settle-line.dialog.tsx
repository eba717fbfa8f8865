import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { BankLineView, FirmView } from '../api/views';
import { money } from '../format/money';
import { Day, Money } from '../parts/amounts';
import { Choice } from '../parts/choice';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

type Answer = { readonly firmId: string } | { readonly how: 'sent-back' | 'elsewhere' };

/** A credit that no reference explains, and who says whose it is. */
export function SettleLine({ line, firms }: { readonly line: BankLineView; readonly firms: readonly Pick<FirmView, 'firmId' | 'name'>[] }): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const { register, handleSubmit } = useForm<{ firmId: string }>({ values: { firmId: firms[0]?.firmId ?? '' }, resetOptions: { keepDirtyValues: true } });
  const params = { path: { lineId: line.lineId } };
  const settling = useChange(
    (answer: Answer, key) =>
      writtenTo('bank-lines', 'firmId' in answer
        ? client.POST('/api/benefits/bank-lines/{lineId}/assignment', { params, body: answer, ...change(key) })
        : client.POST('/api/benefits/bank-lines/{lineId}/closure', { params, body: answer, ...change(key) })),
    { refreshes: ['bank-lines', 'covers'], then: () => dialog.current?.close() },
  );
  const payer = line.payer === '' ? t('cover.unknownPayer') : t('cover.from', { payer: line.payer });
  const title = t('cover.settleOf', { amount: money(line.amountCents, language), payer });
  return (
    <li>
      <div className="row-line">
        <div>
          <strong><Money cents={line.amountCents} /></strong> {payer}, <Day at={`${line.bookedOn}T12:00:00Z`} />
          <br />
          <small>{line.text === '' ? '–' : line.text} ({line.bankReference})</small>
        </div>
        <div className="actions"><button type="button" className="btn btn-sm btn-outline-primary" aria-label={title} onClick={() => dialog.current?.open()}>{t('cover.settle')}</button></div>
      </div>
      <Dialog ref={dialog} title={title}>
        <form noValidate onSubmit={(event) => void handleSubmit(({ firmId }) => settling.mutate({ firmId }))(event)}>
          <p>{t('cover.settleMeans')} {t('cover.elsewhereMeans')}</p>
          <ProblemNotice error={settling.error} />
          <Choice label={t('cover.firm')} field={register('firmId')} options={firms.map(({ firmId, name }) => [firmId, name])} />
          <div className="actions">
            <Submit busy={settling.isPending}>{t('cover.assign')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => settling.mutate({ how: 'sent-back' })}>{t('cover.sentBack')}</button>
            <button type="button" className="btn btn-outline-primary" onClick={() => settling.mutate({ how: 'elsewhere' })}>{t('cover.elsewhere')}</button>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('cover.leave')}</button>
          </div>
        </form>
      </Dialog>
    </li>
  );
}
