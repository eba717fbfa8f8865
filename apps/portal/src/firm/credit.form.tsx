import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { day, fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { letterWord, useWords } from '../shell/words';

const letters = ['c.3', 'f', 'd-bis', 'f-bis', 'f-ter'] as const;

interface Values {
  readonly amount: string;
  readonly letter: (typeof letters)[number];
  readonly validUntil: string;
}

/** Credits everybody of the firm with the same amount. */
export function CreditForm({ planId }: { readonly planId: string }): ReactElement {
  const { t, language } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { amount: '', letter: 'c.3', validUntil: `${today.slice(0, 4)}-12-31` } });
  const { register, formState: { errors } } = form;
  const run = useChange(
    ({ amount, letter, validUntil }: Values, key) =>
      bodyOf(client.POST('/api/benefits/plans/{planId}/credit-runs', { params: { path: { planId } }, body: { amountCents: centsOf(amount)!, letter, validUntil }, ...change(key) })),
    { refreshes: ['accounts'], then: () => form.reset() },
  );
  const done = run.data;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => run.mutate(values))(event)}>
      <p className="help">{t('firm.creditLead')}</p>
      <ProblemNotice error={run.error} />
      {done && (
        <Notice tone="success" live>
          {done.status === 'awaiting-transfer' ? <>{t('cover.creditWaits')} <Link to="/impresa/crediti">{t('cover.menu')}</Link></> : done.status === 'completed' ? t('firm.credited', { amount: money(done.amountCents, language), n: done.accounts, until: day(done.validUntil, language) }) : done.status === 'put-off' ? t('firm.creditPutOff') : t('firm.crediting')}
        </Notice>
      )}
      <Field label={t('firm.amount')} inputMode="decimal" autoComplete="off" field={register('amount', { required: t('shell.required'), validate: (value) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') })} error={errors.amount?.message} />
      <Choice label={t('firm.letter')} help={t('firm.letterHelp')} field={register('letter')} options={letters.map((letter) => [letter, `${letter}: ${t(letterWord(letter))}`] as const)} />
      <Field label={t('firm.until')} type="date" min={today} field={register('validUntil', { required: t('shell.required'), validate: (value) => value >= today || t('firm.untilWrong') })} error={errors.validUntil?.message} />
      <Submit busy={run.isPending}>{t('firm.doCredit')}</Submit>
    </form>
  );
}
