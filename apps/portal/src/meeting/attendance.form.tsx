import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { MeetingView } from '../api/views';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

type Values = Record<string, string>;

/** How many people of each firm came. Those who were written down before stand in the fields, and can be put right. */
export function AttendanceForm({ meeting: { meetingId, title, firms } }: { readonly meeting: MeetingView }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({ defaultValues: Object.fromEntries(firms.map(({ firmId, taken, attended }) => [firmId, String(attended ?? taken)])) });
  const recording = useChange(
    (values: Values, key) => {
      const came = firms.map(({ firmId }) => ({ firmId, people: Number(values[firmId] ?? 0) })).filter(({ people }) => people > 0);
      return writtenTo('meetings', client.POST('/api/companies/meetings/{meetingId}/attendance', { params: { path: { meetingId } }, body: { firms: came }, ...change(key) }));
    },
    { refreshes: ['meetings'] },
  );
  const rules = (most: number): object => ({ required: t('shell.required'), validate: (value: string) => (/^\d{1,3}$/.test(value.trim()) && Number(value) <= most) || t('meeting.cameWrong', { most }) });
  const name = t('meeting.recordOne', { title });
  return (
    <details>
      <summary aria-label={name}>{t('meeting.record')}</summary>
      <form className="card-form" noValidate aria-label={name} onSubmit={(event) => void handleSubmit((values) => recording.mutate(values))(event)}>
        <p className="help">{t('meeting.recordHelp')}</p>
        <ProblemNotice error={recording.error} />
        {firms.map(({ firmId, name: firmName, taken }) => <Field key={firmId} label={firmName} inputMode="numeric" field={register(firmId, rules(taken))} error={errors[firmId]?.message} />)}
        <Submit busy={recording.isPending}>{t('meeting.doRecord')}</Submit>
      </form>
    </details>
  );
}
