import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { MeetingOfFirmView } from '../api/views';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const isBetween = (text: string, least: number, most: number): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** Takes places for so many people, says another number, or gives them up. */
export function PlacesForm({ firmId, meeting: { meetingId, title, free, taken, waitingFirms } }: { readonly firmId: string; readonly meeting: MeetingOfFirmView }): ReactElement {
  const { t } = useWords();
  const path = { firmId, meetingId };
  // What is free belongs to those who wait.
  const most = waitingFirms > 0 ? taken : free + taken;
  const { register, handleSubmit, formState: { errors } } = useForm<{ people: string }>({ defaultValues: { people: String(Math.max(1, taken)) } });
  const taking = useChange((people: number, key) => writtenTo('meetings', client.POST('/api/companies/firms/{firmId}/meetings/{meetingId}/places', { params: { path }, body: { people }, ...change(key) })), { refreshes: ['meetings'] });
  const givingUp = useChange((_: null, key) => writtenTo('meetings', client.DELETE('/api/companies/firms/{firmId}/meetings/{meetingId}/places', { params: { path }, ...change(key) })), { refreshes: ['meetings'] });
  if (most === 0) return <p>{t('meeting.full')}</p>;
  const name = t('meeting.takeOne', { title });
  const validate = (value: string): true | string => isBetween(value, 1, most) || t('meeting.peopleWrong', { most });
  return (
    <form className="card-form" noValidate aria-label={name} onSubmit={(event) => void handleSubmit(({ people }) => taking.mutate(Number(people)))(event)}>
      <ProblemNotice error={taking.error ?? givingUp.error} />
      <Field label={t('meeting.people')} inputMode="numeric" field={register('people', { required: t('shell.required'), validate })} error={errors.people?.message} />
      <div className="actions">
        <Submit busy={taking.isPending}>{t(taken > 0 ? 'meeting.changeOne' : 'meeting.take')}</Submit>
        {taken > 0 && <button type="button" className="btn btn-outline-primary" disabled={givingUp.isPending} onClick={() => givingUp.mutate(null)} aria-label={t('meeting.giveUpOne', { title })}>{t('meeting.giveUp')}</button>}
      </div>
    </form>
  );
}
