import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { MeetingOfFirmView } from '../api/views';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Props {
  readonly firmId: string;
  readonly meeting: MeetingOfFirmView;
}

/** Waits for more places than are free, or waits no longer; nothing where nobody else has any. */
export function Waiting({ firmId, meeting }: Props): ReactElement | null {
  const { t } = useWords();
  const { places, free, taken, awaited, waitingFirms } = meeting;
  if (awaited !== undefined) return <InList firmId={firmId} meeting={meeting} />;
  if (taken === places || (waitingFirms === 0 && free + taken === places)) return null;
  const form = <WaitForm firmId={firmId} meeting={meeting} />;
  return free === 0 || waitingFirms > 0 ? form : <details><summary>{t('meeting.needMore')}</summary>{form}</details>;
}

function InList({ firmId, meeting: { meetingId, title, awaited, waitingPlace } }: Props): ReactElement {
  const { t } = useWords();
  const stopping = useChange((_: null, key) => writtenTo('meetings', client.DELETE('/api/companies/firms/{firmId}/meetings/{meetingId}/waiting', { params: { path: { firmId, meetingId } }, ...change(key) })), { refreshes: ['meetings'] });
  return (
    <>
      <ProblemNotice error={stopping.error} />
      <p className="strong" role="status">{t('meeting.inList', { count: awaited, place: waitingPlace })}</p>
      <button type="button" className="btn btn-outline-primary" disabled={stopping.isPending} onClick={() => stopping.mutate(null)} aria-label={t('meeting.stopWaitingOne', { title })}>{t('meeting.stopWaiting')}</button>
    </>
  );
}

function WaitForm({ firmId, meeting: { meetingId, title, places, taken } }: Props): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, formState: { errors } } = useForm<{ people: string }>({ defaultValues: { people: String(taken + 1) } });
  const waiting = useChange((people: number, key) => writtenTo('meetings', client.POST('/api/companies/firms/{firmId}/meetings/{meetingId}/waiting', { params: { path: { firmId, meetingId } }, body: { people }, ...change(key) })), { refreshes: ['meetings'] });
  const validate = (value: string): true | string => (/^\d{1,3}$/.test(value.trim()) && Number(value) > taken && Number(value) <= places) || t('meeting.waitWrong', { least: taken + 1, most: places });
  return (
    <form className="card-form" noValidate aria-label={t('meeting.waitOne', { title })} onSubmit={(event) => void handleSubmit(({ people }) => waiting.mutate(Number(people)))(event)}>
      <ProblemNotice error={waiting.error} />
      <Field label={t('meeting.waitPeople')} help={t('meeting.waitHelp')} inputMode="numeric" field={register('people', { required: t('shell.required'), validate })} error={errors.people?.message} />
      <Submit busy={waiting.isPending}>{t('meeting.wait')}</Submit>
    </form>
  );
}
