import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const sources = ['REGOLAMENTO_VINCOLANTE', 'ACCORDO_2LIV', 'CCNL', 'ATTO_UNILATERALE'] as const;

interface Values {
  readonly title: string;
  readonly source: (typeof sources)[number];
}

export function PlanForm({ firmId, isDraft = false }: { readonly firmId: string; readonly isDraft?: boolean }): ReactElement {
  const { t } = useWords();
  const year = fieldDate(new Date()).slice(0, 4);
  const form = useForm<Values>({ defaultValues: { title: t('firm.planNameDefault', { year }), source: 'REGOLAMENTO_VINCOLANTE' } });
  const opening = useChange((body: Values, key) => writtenTo('plans', client.POST('/api/benefits/plans', { body: { firmId, ...body, ...(isDraft && { isDraft }) }, ...change(key) })), { refreshes: ['plans'] });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => opening.mutate(values))(event)}>
      <ProblemNotice error={opening.error} />
      <Field label={t('firm.planName')} maxLength={120} field={form.register('title', { required: t('shell.required') })} error={form.formState.errors.title?.message} />
      <Choice label={t('firm.source')} help={t('firm.sourceHelp')} field={form.register('source')} options={sources.map((source) => [source, t(`firm.sources.${source}`)] as const)} />
      <Submit busy={opening.isPending}>{t(isDraft ? 'plan.openDraft' : 'firm.openPlan')}</Submit>
    </form>
  );
}
