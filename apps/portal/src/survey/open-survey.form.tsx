import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { daysLater, fieldDate } from '../format/dates';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const MAX_DAYS = 90;
const USUAL_DAYS = 14;

export function OpenSurveyForm({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const last = daysLater(today, MAX_DAYS);
  const form = useForm({ defaultValues: { closesOn: daysLater(today, USUAL_DAYS) } });
  const opening = useChange((body: { closesOn: string }, key) => writtenTo('surveys', client.POST('/api/companies/firms/{firmId}/surveys', { params: { path: { firmId } }, body, ...change(key) })), { refreshes: ['surveys'] });
  const rules = { required: t('shell.required'), validate: (value: string) => (value >= today && value <= last) || t('survey.lastDayWrong') };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => opening.mutate(values))(event)}>
      <ProblemNotice error={opening.error} />
      <Field label={t('survey.lastDay')} type="date" min={today} max={last} field={form.register('closesOn', rules)} error={form.formState.errors.closesOn?.message} />
      <Submit busy={opening.isPending}>{t('survey.doOpen')}</Submit>
    </form>
  );
}
