import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { FundLimitsView } from '../api/views';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

type Kind = FundLimitsView['kinds'][number]['kind'];

interface Values {
  readonly kind: Kind;
  readonly fundName: string;
  readonly memberCode: string;
  readonly amount: string;
  readonly elsewhere: string;
}

const MIN_CENTS = 100;
const written = (cents: number): string => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** Asks for some credit to be paid into a fund, and says while it is typed what would be left of limit and credit. What was typed stays when it is refused. */
export function AskContributionForm({ limits: { firmId, kinds } }: { readonly limits: FundLimitsView }): ReactElement {
  const { t, language } = useWords();
  const admitted = kinds.filter((one) => one.admitted);
  const first = admitted[0]!;
  const form = useForm<Values>({ defaultValues: { kind: first.kind, fundName: '', memberCode: '', amount: '', elsewhere: written(first.elsewhereCents) } });
  const { register, watch, formState: { errors } } = form;
  const asking = useChange(
    ({ kind, fundName, memberCode, amount, elsewhere }: Values, key) => {
      const body = { firmId, kind, fundName: fundName.trim(), amountCents: centsOf(amount)!, elsewhereCents: centsOf(elsewhere)!, ...(memberCode.trim() !== '' && { memberCode: memberCode.trim() }) };
      return writtenTo('contributions', client.POST('/api/benefits/contributions', { body, ...change(key) }));
    },
    { refreshes: ['contributions', 'fund-limits', 'account'], then: ({ status }, { kind, elsewhere }) => status !== 'refused' && form.reset({ kind, fundName: '', memberCode: '', amount: '', elsewhere }) },
  );
  const { kind, amount, elsewhere } = watch();
  const chosen = admitted.find((one) => one.kind === kind) ?? first;
  const leftCents = Math.max(0, chosen.limitCents - chosen.countedCents - (centsOf(elsewhere) ?? 0));
  const mostCents = Math.min(leftCents, chosen.spendableCents);
  const typedCents = centsOf(amount) ?? 0;
  const { data: done } = asking;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => asking.mutate(values))(event)}>
      <ProblemNotice error={asking.error} />
      {done?.reason && <Notice tone="danger" live><strong>{t('shell.problem')}</strong><p>{language === 'it' ? done.reason.text : done.reason.textEn}</p></Notice>}
      {done && !done.reason && <Notice tone="success" live>{t(done.status === 'checking' ? 'fund.checking' : 'fund.asked')}</Notice>}
      <Choice label={t('fund.kind')} field={register('kind', { onChange: ({ target }: { target: HTMLSelectElement }) => form.setValue('elsewhere', written(admitted.find((one) => one.kind === target.value)?.elsewhereCents ?? 0)) })} options={admitted.map((one) => [one.kind, t(`fund.kinds.${one.kind}`)] as const)} />
      <Field label={t('fund.fundName')} help={t('fund.fundNameHelp')} maxLength={80} autoComplete="off" field={register('fundName', { required: t('shell.required'), validate: (value) => value.replace(/\s/g, '').length >= 3 || t('fund.fundNameShort') })} error={errors.fundName?.message} />
      <Field label={t('fund.memberCode')} maxLength={40} autoComplete="off" optional field={register('memberCode')} />
      <Field label={t('fund.elsewhere')} help={t('fund.elsewhereHelp')} inputMode="decimal" autoComplete="off" field={register('elsewhere', { required: t('shell.required'), validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.elsewhere?.message} />
      <Field label={t('fund.amount')} inputMode="decimal" autoComplete="off" field={register('amount', { required: t('shell.required'), validate: (value) => whyNoAmount(centsOf(value), mostCents, t, (cents) => money(cents, language)) ?? true })} error={errors.amount?.message} />
      {typedCents >= MIN_CENTS && typedCents <= mostCents && <p className="help" aria-live="polite">{t('fund.after', { left: money(leftCents - typedCents, language), credit: money(chosen.spendableCents - typedCents, language) })}</p>}
      <Submit busy={asking.isPending}>{t('fund.doAsk')}</Submit>
    </form>
  );
}

/** What is wrong with an amount; undefined where nothing is. */
function whyNoAmount(cents: number | undefined, mostCents: number, t: ReturnType<typeof useWords>['t'], euro: (cents: number) => string): string | undefined {
  if (cents === undefined) return t('shell.notAmount');
  if (cents < MIN_CENTS) return t('fund.amountLow');
  return cents > mostCents ? t('fund.over', { most: euro(mostCents) }) : undefined;
}
