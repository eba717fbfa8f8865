import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Figure } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { firmForecastQuery } from './expiry.queries';

/** What would be left of the firm's plans, in totals of enough people. */
export function FirmForecastPage(): ReactElement {
  const { t } = useWords();
  const forecast = useQuery(firmForecastQuery(useOrganisation('firm-admin')));
  return (
    <Page title={t('expiry.firmTitle')} lead={t('expiry.firmLead')}>
      <p className="help">{t('expiry.method')}</p>
      <Loaded query={forecast}>
        {({ plans, hours, leastPeople, isHiding, isComplete }) => (
          <>
            {plans.map(({ planTitles, people, freeCents, usedCents, leftCents }) => (
              <Section key={planTitles.join('/')} title={planTitles.join(', ')}>
                <p>{t('expiry.people', { n: people })}</p>
                <dl className="figures">
                  <Figure label={t('expiry.used')} cents={usedCents} />
                  <Figure label={t('expiry.free')} cents={freeCents} />
                  <Figure label={t('expiry.left')} cents={leftCents} />
                </dl>
              </Section>
            ))}
            {hours.map(({ planTitles, people, freeMinutes, usedMinutes, leftMinutes }) => (
              <Section key={`hours-${planTitles.join('/')}`} title={`${planTitles.join(', ')}: ${t('expiry.inHours')}`}>
                <p>{t('expiry.people', { n: people })}</p>
                <dl className="figures">
                  <Figure label={t('expiry.used')} minutes={usedMinutes} />
                  <Figure label={t('expiry.free')} minutes={freeMinutes} />
                  <Figure label={t('expiry.left')} minutes={leftMinutes} />
                </dl>
              </Section>
            ))}
            {plans.length + hours.length === 0 && !isHiding && <Empty>{t('expiry.firmNothing')}</Empty>}
            {isHiding && <p>{t('expiry.hiding', { n: leastPeople })}</p>}
            {!isComplete && <p>{t('expiry.incomplete')}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}
