import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { PlanDetailView } from '../api/views';
import { day, fieldDate } from '../format/dates';
import { hoursInWords } from '../format/hours';
import { money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { categoryName } from './categories';

interface Values {
  readonly category: string;
  readonly period: string;
}

/** Gives a group of the plan what the plan gives it for a period. */
export function CreditGroupForm({ planId, version }: { readonly planId: string; readonly version: PlanDetailView['versions'][number] }): ReactElement {
  const { t, language } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { category: version.groups[0]?.category ?? '', period: today.slice(0, version.period === 'year' ? 4 : 7) } });
  const run = useChange(
    ({ category, period }: Values, key) => bodyOf(client.POST('/api/benefits/plans/{planId}/group-credit-runs', { params: { path: { planId } }, body: { period, ...(category !== '' && { category }) }, ...change(key) })),
    { refreshes: ['accounts'] },
  );
  const done = run.data;
  const amountIn = ({ amountCents, minutes, hourCents }: Omit<PlanDetailView['versions'][number]['groups'][number], 'category'>): string =>
    minutes === undefined || hourCents === undefined ? money(amountCents, language) : t('plan.hoursEach', { hours: hoursInWords(minutes, language), value: money(hourCents, language), amount: money(amountCents, language) });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => run.mutate(values))(event)}>
      <p className="help">{t('plan.creditLead')}</p>
      <ProblemNotice error={run.error} />
      {done && <Notice tone="success" live>{t('plan.credited', { n: done.accounts, amount: done.minutes === undefined ? money(done.amountCents, language) : hoursInWords(done.minutes, language), until: day(done.validUntil, language) })}</Notice>}
      <Choice label={t('plan.creditGroup')} field={form.register('category')} options={version.groups.map(({ category, ...given }) => [category ?? '', `${category === undefined ? t('plan.others') : categoryName(category)}: ${amountIn(given)}`] as const)} />
      <Field label={t('plan.creditPeriod')} help={t('plan.creditPeriodHelp')} field={form.register('period', { pattern: { value: /^20\d{2}(-(0[1-9]|1[0-2]))?$/, message: t('plan.periodWrong') } })} error={form.formState.errors.period?.message} />
      <Submit busy={run.isPending}>{t('plan.doCredit')}</Submit>
    </form>
  );
}
