import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PayrollContributionView } from '../api/views';
import { money } from '../format/money';
import { Choice } from '../parts/choice';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { TextArea } from '../parts/text-area';
import { useWords } from '../shell/words';

const CODES = ['contribution-not-a-member', 'contribution-fund-unknown', 'contribution-fund-not-admitted', 'contribution-not-payable'] as const;
const OTHER = 'contribution-not-payable';

interface Values {
  readonly code: (typeof CODES)[number];
  readonly note: string;
}

/** Payroll says why a contribution can't be paid; the credit goes back. */
export function RefuseContribution({ one: { contributionId, amountCents }, who }: { readonly one: PayrollContributionView; readonly who: string }): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({ defaultValues: { code: CODES[0], note: '' } });
  const refusing = useChange(
    ({ code, note }: Values, key) => writtenTo('contributions-waiting', client.POST('/api/benefits/contributions/{contributionId}/refusal', { params: { path: { contributionId } }, body: { code, ...(note.trim() !== '' && { note: note.trim() }) }, ...change(key) })),
    { refreshes: ['contributions'], then: () => document.getElementById('contenuto')?.focus() },
  );
  const title = t('fund.refuseOf', { amount: money(amountCents, language), who });
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-danger" aria-label={title} onClick={() => dialog.current?.open()}>{t('fund.refuse')}</button>
      <Dialog ref={dialog} title={title}>
        <form noValidate onSubmit={(event) => void handleSubmit((values) => refusing.mutate(values))(event)}>
          <ProblemNotice error={refusing.error} />
          <Choice label={t('fund.why')} field={register('code')} options={CODES.map((code) => [code, t(`fund.whys.${code}`)] as const)} />
          <TextArea label={t('fund.noteFor')} help={t('fund.noteForHelp')} maxLength={300} optional field={register('note', { validate: (value, { code }) => code !== OTHER || value.trim() !== '' || t('fund.noteNeeded') })} error={errors.note?.message} />
          <div className="actions">
            <Submit busy={refusing.isPending} tone="danger">{t('fund.doRefuse')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('fund.cancel')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
