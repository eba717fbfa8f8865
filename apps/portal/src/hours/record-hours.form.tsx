import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { HoursRequestView } from '../api/views';
import { fieldDate } from '../format/dates';
import { minutesOf } from '../format/hours';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly hours: string;
  readonly workedOn: string;
  readonly proof: string;
}

/** As people write it in a field: `1:30`. */
const typedOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** What was worked of a request, on a day and with the register's number; what is fewer is free again. */
export function RecordHoursForm({ hoursFundId, request: { requestId, minutes }, what }: { readonly hoursFundId: string; readonly request: HoursRequestView; readonly what: string }): ReactElement {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({ defaultValues: { hours: typedOf(minutes), workedOn: today, proof: '' } });
  const recording = useChange(
    (values: Values, key) =>
      writtenTo('hours', client.POST('/api/programmes/hours-funds/{hoursFundId}/requests/{requestId}/use', { params: { path: { hoursFundId, requestId } }, body: { usedMinutes: minutesOf(values.hours)!, workedOn: values.workedOn, proof: values.proof.trim() }, ...change(key) })),
    { refreshes: ['hours'] },
  );
  const required = t('shell.required');
  return (
    <form className="card-form" noValidate aria-label={t('hours.recordOne', { what })} onSubmit={(event) => void handleSubmit((values) => recording.mutate(values))(event)}>
      <ProblemNotice error={recording.error} />
      <Field label={t('hours.usedHours')} help={t('hours.minutesHelp')} field={register('hours', { required, validate: (value) => minutesOf(value) !== undefined || t('hours.minutesWrong') })} error={errors.hours?.message} />
      <Field label={t('hours.workedOn')} type="date" max={today} field={register('workedOn', { required })} error={errors.workedOn?.message} />
      <Field label={t('hours.proof')} help={t('hours.proofHelp')} maxLength={50} field={register('proof', { required, validate: (value) => /^(?:[Rr]egistro |[Ff]oglio )?\d[\d/.-]{0,39}$/.test(value.trim()) || t('hours.proofWrong') })} error={errors.proof?.message} />
      <Submit busy={recording.isPending}>{t('hours.doRecord')}</Submit>
    </form>
  );
}
