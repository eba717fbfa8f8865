import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ExpiriesView } from '../api/views';
import { day } from '../format/dates';
import { hoursInWords } from '../format/hours';
import { money } from '../format/money';
import { Hours, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { letterWord, useWords } from '../shell/words';
import { expiriesQuery } from './expiry.queries';
import { RemindersSetting } from './reminders-setting';

/** What of the own credit expires and when, what would be left going on like this, and whether mails are wanted. */
export function ExpiriesPage(): ReactElement {
  const { t } = useWords();
  const expiries = useQuery(expiriesQuery);
  return (
    <Page title={t('expiry.title')} lead={t('expiry.lead')} narrow>
      <Loaded query={expiries} instead={{ 'account-not-found': <Empty>{t('expiry.none')}</Empty> }}>
        {(value) => (
          <>
            <Section title={t('expiry.whatTitle')}><Lots lots={value.lots} /></Section>
            {value.forecasts.length + value.hourForecasts.length > 0 && <Section title={t('expiry.forecastTitle')}><p className="help">{t('expiry.method')}</p><Forecasts forecasts={value.forecasts} hourForecasts={value.hourForecasts} /></Section>}
            <Section title={t('expiry.mailTitle')}><RemindersSetting wanted={value.remindersWanted} days={value.reminderDays} /></Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lots({ lots }: Pick<ExpiriesView, 'lots'>): ReactElement {
  const { t, language } = useWords();
  if (lots.length === 0) return <Empty>{t('expiry.nothing')}</Empty>;
  return (
    <ol className="rows">
      {lots.map(({ lotId, planTitle, letter, freeCents, freeMinutes, lastDay, daysLeft }) => (
        <li key={lotId} className="row-line">
          <div><strong>{freeMinutes === undefined ? <Money cents={freeCents} /> : <Hours minutes={freeMinutes} />}</strong> <small>{t(letterWord(letter))}{planTitle !== undefined && <>, {planTitle}</>}</small></div>
          <div>{t('expiry.by')} {day(lastDay, language)} <span className={`tag tag-${daysLeft <= 30 ? 'busy' : 'dim'}`}>{t('expiry.daysLeft', { n: daysLeft })}</span></div>
        </li>
      ))}
    </ol>
  );
}

function Forecasts({ forecasts, hourForecasts }: Pick<ExpiriesView, 'forecasts' | 'hourForecasts'>): ReactElement {
  const { language } = useWords();
  const inMoney = (cents: number): string => money(cents, language);
  const inHours = (minutes: number): string => hoursInWords(minutes, language);
  return (
    <ul className="rows">
      {forecasts.map(({ freeCents, usedCents, monthlyCents, leftCents, ...one }) => (
        <Forecast key={one.planId ?? ''} {...one} isLeft={leftCents > 0} free={inMoney(freeCents)} used={inMoney(usedCents)} monthly={inMoney(monthlyCents)} left={inMoney(leftCents)} />
      ))}
      {hourForecasts.map(({ freeMinutes, usedMinutes, monthlyMinutes, leftMinutes, ...one }) => (
        <Forecast key={`hours-${one.planId ?? ''}`} {...one} isOfHours isLeft={leftMinutes > 0} free={inHours(freeMinutes)} used={inHours(usedMinutes)} monthly={inHours(monthlyMinutes)} left={inHours(leftMinutes)} />
      ))}
    </ul>
  );
}

interface ForecastProps {
  readonly planTitle?: string;
  readonly since: string;
  readonly until: string;
  readonly isSure: boolean;
  readonly isOfHours?: boolean;
  readonly isLeft: boolean;
  /** Each in words, in the unit of the credit. */
  readonly free: string;
  readonly used: string;
  readonly monthly: string;
  readonly left: string;
}

function Forecast({ planTitle, since, until, isSure, isOfHours = false, isLeft, free, used, monthly, left }: ForecastProps): ReactElement {
  const { t, language } = useWords();
  return (
    <li>
      <h3>{planTitle ?? t('expiry.noPlan')}{isOfHours && <>: {t('expiry.inHours')}</>}</h3>
      <p>{t(isOfHours ? (isLeft ? 'expiry.hoursWouldLeave' : 'expiry.hoursWouldLeaveNothing') : isLeft ? 'expiry.wouldLeave' : 'expiry.wouldLeaveNothing', { left, free, until: day(until, language) })}</p>
      <p><small>{t(isOfHours ? 'expiry.hoursPace' : 'expiry.pace', { used, monthly, since: day(since, language) })}{!isSure && <> {t('expiry.unsure')}</>}</small></p>
    </li>
  );
}
