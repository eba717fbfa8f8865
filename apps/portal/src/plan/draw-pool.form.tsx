import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { PlanDetailView } from '../api/views';
import { day, fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Figure } from '../parts/amounts';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { categoryName } from './categories';
import { poolQuery } from './plan.queries';

interface Props {
  readonly firmId: string;
  readonly planId: string;
  readonly version: PlanDetailView['versions'][number];
}

interface Values {
  readonly category: string;
  readonly amount: string;
  readonly validUntil: string;
}

/** Gives credit from the firm's pool to a group of the plan: what the pool holds, whom it goes to, and what came of it. */
export function DrawPool(props: Props): ReactElement {
  const { t } = useWords();
  const pool = useQuery(poolQuery(props.firmId));
  return (
    <Loaded query={pool}>
      {({ balanceCents, outCents }) => (
        <>
          <p>{t('plan.drawLead')}</p>
          <dl className="figures"><Figure label={t('plan.poolBalance')} cents={balanceCents} /></dl>
          {/* What the last draw said stays in view, also where it emptied the pool. */}
          {balanceCents === 0 && outCents === 0 ? <Empty>{t('plan.poolEmpty')}</Empty> : <DrawPoolForm {...props} balanceCents={balanceCents} />}
        </>
      )}
    </Loaded>
  );
}

function DrawPoolForm({ firmId, planId, version, balanceCents }: Props & { readonly balanceCents: number }): ReactElement {
  const { t, language } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { category: version.groups[0]?.category ?? '', amount: '', validUntil: version.validTo } });
  const { register, watch, formState: { errors } } = form;
  const drawing = useChange(
    ({ category, amount, validUntil }: Values, key) => {
      const body = { planId, amountCents: centsOf(amount)!, validUntil, ...(category !== '' && { category }) };
      return bodyOf(client.POST('/api/benefits/solidarity-pools/{firmId}/draws', { params: { path: { firmId } }, body, ...change(key) }));
    },
    { refreshes: ['pool', 'residues', 'accounts', 'cover'], then: () => form.resetField('amount') },
  );
  const done = drawing.data;
  const cents = centsOf(watch('amount')) ?? 0;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => drawing.mutate(values))(event)}>
      <ProblemNotice error={drawing.error} />
      {done && (
        <Notice tone="success" live>
          {t(`plan.drawn.${done.status}`, { n: done.accounts, amount: money(done.amountCents, language), until: day(done.validUntil, language) })}
          {done.status === 'awaiting-transfer' && <> <Link to="/impresa/crediti">{t('cover.menu')}</Link></>}
        </Notice>
      )}
      <Choice label={t('plan.creditGroup')} help={t('plan.drawGroupHelp')} field={register('category')} options={version.groups.map(({ category }) => [category ?? '', category === undefined ? t('plan.others') : categoryName(category)] as const)} />
      <Field label={t('plan.drawAmount')} inputMode="decimal" autoComplete="off" field={register('amount', { required: t('shell.required'), validate: (value) => whyNot(centsOf(value), balanceCents, t) ?? true })} error={errors.amount?.message} />
      {cents > 0 && cents <= balanceCents && <p className="help" aria-live="polite">{t('plan.drawSuffices', { n: Math.floor(balanceCents / cents) })}</p>}
      <Field label={t('plan.drawUntil')} type="date" min={today} max={version.validTo} field={register('validUntil', { required: t('shell.required'), validate: (value) => (value >= today && value <= version.validTo) || t('plan.drawUntilWrong', { day: day(`${version.validTo}T12:00:00Z`, language) }) })} error={errors.validUntil?.message} />
      <Submit busy={drawing.isPending}>{t('plan.doDraw')}</Submit>
    </form>
  );
}

/** What is wrong with an amount for each; undefined where nothing is. How many people there are the pool itself knows. */
function whyNot(cents: number | undefined, balanceCents: number, t: ReturnType<typeof useWords>['t']): string | undefined {
  if (cents === undefined || cents === 0) return t('shell.notAmount');
  return cents > balanceCents ? t('plan.drawTooMuch') : undefined;
}
