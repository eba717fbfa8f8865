import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { MeetingCard } from '../api/views';
import { daysLater, fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const MOST_PLACES = 500;
const USUAL_DAYS = 14;

interface Values {
  readonly title: string;
  readonly kind: MeetingCard['kind'];
  readonly day: string;
  readonly time: string;
  readonly mode: MeetingCard['mode'];
  readonly venue: string;
  readonly places: string;
}

export function AnnounceMeetingForm({ intermediaryId }: { readonly intermediaryId?: string }): ReactElement {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  const { register, handleSubmit, reset, formState: { errors } } = useForm<Values>({ defaultValues: { title: '', kind: 'meeting', day: daysLater(today, USUAL_DAYS), time: '17:30', mode: 'site', venue: '', places: '20' } });
  const announcing = useChange(
    ({ places, ...values }: Values, key) => writtenTo('meetings', client.POST('/api/companies/meetings', { body: { ...values, places: Number(places), ...(intermediaryId !== undefined && { intermediaryId }) }, ...change(key) })),
    { refreshes: ['meetings'], then: () => reset() },
  );
  const required = t('shell.required');
  const filled = { required, validate: (value: string) => value.trim() !== '' || required };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => announcing.mutate(values))(event)}>
      <ProblemNotice error={announcing.error} />
      {announcing.data && <Notice tone="success" live>{t('meeting.announced')}</Notice>}
      <Field label={t('meeting.whatTitle')} help={t('meeting.whatTitleHelp')} maxLength={120} field={register('title', filled)} error={errors.title?.message} />
      <Choice label={t('meeting.what')} field={register('kind')} options={[['meeting', t('meeting.kind.meeting')], ['workshop', t('meeting.kind.workshop')]]} />
      <Field label={t('meeting.day')} type="date" min={today} field={register('day', { required, validate: (value) => value >= today || t('meeting.dayWrong') })} error={errors.day?.message} />
      <Field label={t('meeting.time')} type="time" field={register('time', { required })} error={errors.time?.message} />
      <Choice label={t('meeting.where')} field={register('mode')} options={[['site', t('meeting.mode.site')], ['online', t('meeting.mode.online')]]} />
      <Field label={t('meeting.venue')} help={t('meeting.venueHelp')} maxLength={300} field={register('venue', filled)} error={errors.venue?.message} />
      <Field label={t('meeting.howMany')} inputMode="numeric" field={register('places', { required, validate: (value) => (/^[1-9]\d{0,2}$/.test(value.trim()) && Number(value) <= MOST_PLACES) || t('meeting.howManyWrong', { most: MOST_PLACES }) })} error={errors.places?.message} />
      <Submit busy={announcing.isPending}>{t('meeting.doAnnounce')}</Submit>
    </form>
  );
}
