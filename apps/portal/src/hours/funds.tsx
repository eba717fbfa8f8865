import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { HoursFundView } from '../api/views';
import { day } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { hoursFundsQuery } from './hours.queries';
import { PotsTable } from './pots-table';

/** The funds of mediators' hours, each with its days and what every Comune has left; what may be done with one stands below. */
export function Funds({ below }: { readonly below: (fund: HoursFundView) => ReactNode }): ReactElement {
  const { t, language } = useWords();
  const funds = useQuery(hoursFundsQuery);
  return (
    <Section title={t('hours.funds')}>
      <Loaded query={funds}>
        {({ items }) => (items.length === 0 ? <Empty>{t('hours.none')}</Empty> : (
          <ul className="plain">
            {items.map((fund) => (
              <li key={fund.hoursFundId} className="tile">
                <h3>{fund.title}</h3>
                <p>{t('hours.days', { from: day(fund.opensOn, language), to: day(fund.closesOn, language) })}</p>
                <PotsTable fund={fund} />
                {below(fund)}
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
    </Section>
  );
}
