import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { HoursFundView } from '../api/views';
import { hours, minutesOf } from '../format/hours';
import { municipalityName } from '../format/municipalities';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly municipality: string;
  readonly hours: string;
}

/** Sets hours of a Comune apart: for a firm, or without one (an operator's) for a school or an office. */
export function AskHoursForm({ fund: { hoursFundId, title, pots }, firmId }: { readonly fund: HoursFundView; readonly firmId?: string }): ReactElement {
  const { t, language } = useWords();
  const { register, handleSubmit, resetField, formState: { errors } } = useForm<Values>({ defaultValues: { municipality: pots[0]!.municipality, hours: '' } });
  const asking = useChange(
    (values: Values, key) =>
      writtenTo('hours', client.POST('/api/programmes/hours-funds/{hoursFundId}/requests', { params: { path: { hoursFundId } }, body: { municipality: values.municipality, minutes: minutesOf(values.hours)!, ...(firmId !== undefined && { firmId }) }, ...change(key) })),
    { refreshes: ['hours'], then: () => resetField('hours') },
  );
  return (
    <form className="card-form" noValidate aria-label={t('hours.askFor', { title })} onSubmit={(event) => void handleSubmit((values) => asking.mutate(values))(event)}>
      <h4 className="small-head">{t(firmId === undefined ? 'hours.askSchool' : 'hours.ask')}</h4>
      <ProblemNotice error={asking.error} />
      {asking.data && <Notice tone="success" live>{t('hours.reserved', { hours: hours(asking.data.minutes, language) })}</Notice>}
      <Choice label={t('hours.municipality')} field={register('municipality')} options={pots.map(({ municipality, freeMinutes }) => [municipality, `${municipalityName(municipality)} (${t('hours.free').toLowerCase()}: ${hours(freeMinutes, language)})`])} />
      <Field label={t('hours.minutes')} help={t('hours.minutesHelp')} field={register('hours', { required: t('shell.required'), validate: (value) => minutesOf(value) !== undefined || t('hours.minutesWrong') })} error={errors.hours?.message} />
      <Submit busy={asking.isPending}>{t('hours.doAsk')}</Submit>
    </form>
  );
}
