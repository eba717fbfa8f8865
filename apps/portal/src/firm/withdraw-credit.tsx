import { useRef, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { AccountSummaryView } from '../api/views';
import { hoursInWords, minutesOf } from '../format/hours';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly unit: 'EUR' | 'HOUR';
  readonly amount: string;
  readonly hours: string;
  readonly reason: string;
}

/** What somebody has is told to whoever takes it back, for each unit that there is. */
export interface Withdrawn {
  readonly name: string;
  readonly amountCents: number;
  readonly minutes?: number | undefined;
}

interface Props {
  readonly account: AccountSummaryView;
  readonly name: string;
  readonly onDone: (withdrawn: Withdrawn) => void;
}

/** Takes back credit that was given by mistake and isn't spent, in euros or in hours: never both at once. */
export function WithdrawCredit({ account: { accountId, spendableCents, spendableMinutes = 0 }, name, onDone }: Props): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const form = useForm<Values>({ defaultValues: { unit: spendableCents === 0 && spendableMinutes > 0 ? 'HOUR' : 'EUR', amount: '', hours: '', reason: '' } });
  const { register, watch, formState: { errors } } = form;
  const taking = useChange(
    ({ unit, amount, hours, reason }: Values, key) =>
      bodyOf(client.POST('/api/benefits/accounts/{accountId}/withdrawals', { params: { path: { accountId } }, body: { ...(unit === 'EUR' ? { amountCents: centsOf(amount)! } : { minutes: minutesOf(hours)! }), reason: reason.trim() }, ...change(key) })),
    {
      refreshes: ['accounts', 'cover'],
      then: ({ amountCents, minutes }) => {
        dialog.current?.close();
        form.reset();
        onDone({ name, amountCents, minutes });
      },
    },
  );
  const isThere = (asked: number | undefined, there: number, wrong: string): boolean | string => (asked === undefined || asked <= 0 ? wrong : asked <= there || t('firm.takeTooMuch'));
  return (
    <>
      <button type="button" className="btn btn-link" aria-label={t('firm.takeFrom', { name })} onClick={() => dialog.current?.open()}>{t('firm.take')}</button>
      <Dialog ref={dialog} title={t('firm.takeFrom', { name })}>
        <form noValidate onSubmit={(event) => void form.handleSubmit((values) => taking.mutate(values))(event)}>
          <p>{t('firm.takeText')}</p>
          <ProblemNotice error={taking.error} />
          {spendableMinutes > 0 && <Choice label={t('firm.takeUnit')} field={register('unit')} options={[['EUR', t('firm.inEuros')], ['HOUR', t('firm.inHours')]]} />}
          {spendableMinutes > 0 && watch('unit') === 'HOUR' ? (
            <Field key="hours" label={t('firm.takeHours')} help={t('firm.takeThere', { there: hoursInWords(spendableMinutes, language) })} autoComplete="off" field={register('hours', { validate: (value) => isThere(minutesOf(value), spendableMinutes, t('firm.hoursWrong')) })} error={errors.hours?.message} />
          ) : (
            <Field key="amount" label={t('firm.takeAmount')} help={t('firm.takeThere', { there: money(spendableCents, language) })} inputMode="decimal" autoComplete="off" field={register('amount', { validate: (value) => isThere(centsOf(value), spendableCents, t('shell.notAmount')) })} error={errors.amount?.message} />
          )}
          <Field label={t('firm.takeReason')} help={t('firm.takeReasonHelp')} maxLength={200} autoComplete="off" field={register('reason', { validate: (value) => value.trim().length >= 3 || t('shell.required') })} error={errors.reason?.message} />
          <div className="actions">
            <Submit busy={taking.isPending}>{t('firm.doTake')}</Submit>
            <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('firm.leavePreview')}</button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
