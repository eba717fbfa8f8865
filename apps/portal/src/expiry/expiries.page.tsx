import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ExpiriesView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Hours, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
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
            {value.forecasts.length > 0 && <Section title={t('expiry.forecastTitle')}><p className="help">{t('expiry.method')}</p><Forecasts forecasts={value.forecasts} /></Section>}
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
          <div><strong>{freeMinutes === undefined ? <Money cents={freeCents} /> : <Hours minutes={freeMinutes} />}</strong> <small>{t(`shell.letters.${letter}`)}{planTitle !== undefined && <>, {planTitle}</>}</small></div>
          <div>{t('expiry.by')} {day(lastDay, language)} <span className={`tag tag-${daysLeft <= 30 ? 'busy' : 'dim'}`}>{t('expiry.daysLeft', { n: daysLeft })}</span></div>
        </li>
      ))}
    </ol>
  );
}

function Forecasts({ forecasts }: Pick<ExpiriesView, 'forecasts'>): ReactElement {
  const { t, language } = useWords();
  return (
    <ul className="rows">
      {forecasts.map(({ planId, planTitle, freeCents, usedCents, monthlyCents, leftCents, since, until, isSure }) => (
        <li key={planId ?? ''}>
          <h3>{planTitle ?? t('expiry.noPlan')}</h3>
          <p>{t(leftCents > 0 ? 'expiry.wouldLeave' : 'expiry.wouldLeaveNothing', { left: money(leftCents, language), free: money(freeCents, language), until: day(until, language) })}</p>
          <p><small>{t('expiry.pace', { used: money(usedCents, language), monthly: money(monthlyCents, language), since: day(since, language) })}{!isSure && <> {t('expiry.unsure')}</>}</small></p>
        </li>
      ))}
    </ul>
  );
}
