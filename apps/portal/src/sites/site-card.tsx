import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { SiteView } from '../api/views';
import { day, dayAndTime } from '../format/dates';
import { municipalityName } from '../format/municipalities';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { SiteForm } from './site.form';
import { bodyOfSite, valuesOf, type SiteValues } from './site-values';
import { typedWeek } from './week';

interface Props {
  readonly firmId: string;
  readonly site: SiteView;
  /** Today in Rome, as date fields write it. */
  readonly today: string;
}

/** A site with whether it is open, its hours, and the ways to change and close it. */
export function SiteCard({ firmId, site, today }: Props): ReactElement {
  const { t, language } = useWords();
  const { siteId, name, address, municipality, deliveryPoint, instructions, firstDay, lastDay, timetables, closingDays, open, openUntil, nextOpening } = site;
  const over = lastDay !== undefined && lastDay < today;
  const changing = useChange(
    (values: SiteValues, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/sites/{siteId}/changes', { params: { path: { firmId, siteId } }, body: { ...bodyOfSite(values), from: values.day }, ...change(key) })),
    { refreshes: ['sites'] },
  );
  const days = [t('site.from', { day: day(firstDay, language) }), ...(lastDay === undefined ? [] : [t('site.until', { day: day(lastDay, language) })])];
  return (
    <li className="tile">
      <h3>{name}</h3>
      <p><span className={`tag tag-${over ? 'dim' : open ? 'good' : 'busy'}`}>{t(over ? 'site.over' : open ? 'site.open' : 'site.closedNow')}</span>{' '}
        {openUntil !== undefined && t('site.openUntil', { at: dayAndTime(openUntil, language) })}
        {!open && nextOpening !== undefined && t('site.opensNext', { at: dayAndTime(nextOpening, language) })}
      </p>
      <p>{address}, {municipalityName(municipality)}; {days.join(', ')}</p>
      {deliveryPoint && <p><strong>{t('site.isDelivery')}</strong>{instructions !== undefined && `: ${instructions}`}</p>}
      {timetables.filter((_, n) => n === timetables.length - 1 || timetables[n + 1]!.from > today).map(({ from, hours }) => (
        <div key={from}>
          <p>{t('site.hoursFrom', { day: day(from, language) })}</p>
          <dl className="week">
            {hours.length === 0 ? <><dt>{t('site.hours')}</dt><dd>{t('site.noHours')}</dd></> : typedWeek(hours).map((typed, n) => <div key={n}><dt>{t(`site.days.${n}`)}</dt><dd>{typed === '' ? t('site.closedDay') : typed}</dd></div>)}
          </dl>
        </div>
      ))}
      {closingDays.length > 0 && <p>{t('site.closingOn', { days: closingDays.map((one) => day(one, language)).join(', ') })}</p>}
      {changing.data && <Notice tone="success" live>{t('site.changed')}</Notice>}
      {!over && (
        <>
          <details>
            <summary aria-label={t('site.changeOne', { name })}>{t('site.change')}</summary>
            <SiteForm key={JSON.stringify(valuesOf(site, today))} name={t('site.changeOne', { name })} kind="change" values={valuesOf(site, today)} today={today} busy={changing.isPending} problem={changing.error} onSave={(values) => changing.mutate(values)} />
          </details>
          <details>
            <summary aria-label={t('site.closeOne', { name })}>{t('site.close')}</summary>
            <CloseForm firmId={firmId} site={site} today={today} />
          </details>
        </>
      )}
    </li>
  );
}

function CloseForm({ firmId, site: { siteId, name, firstDay, lastDay }, today }: Props): ReactElement {
  const { t } = useWords();
  const [usual] = useState(lastDay ?? (firstDay > today ? firstDay : today));
  const { register, handleSubmit, formState: { errors } } = useForm<{ lastDay: string }>({ defaultValues: { lastDay: usual } });
  const closing = useChange((values: { lastDay: string }, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/sites/{siteId}/closure', { params: { path: { firmId, siteId } }, body: values, ...change(key) })), { refreshes: ['sites'] });
  return (
    <form className="card-form" noValidate aria-label={t('site.closeOne', { name })} onSubmit={(event) => void handleSubmit((values) => closing.mutate(values))(event)}>
      <ProblemNotice error={closing.error} />
      <Field label={t('site.lastDay')} type="date" field={register('lastDay', { required: t('shell.required') })} error={errors.lastDay?.message} />
      <Submit busy={closing.isPending} tone="danger">{t('site.doClose')}</Submit>
    </form>
  );
}
