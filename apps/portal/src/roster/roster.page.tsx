import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { day, fieldDate } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { RosterUpload } from './roster-upload';
import { shiftsQuery } from './shifts.query';

/** Who works when: a month comes in by file, and seven days are read at a time. */
export function RosterPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const [today] = useState(() => fieldDate(new Date()));
  return (
    <Page title={t('roster.title')} lead={t('roster.lead')}>
      <RosterUpload firmId={firmId} today={today} />
      <Week firmId={firmId} today={today} />
    </Page>
  );
}

function Week({ firmId, today }: { readonly firmId: string; readonly today: string }): ReactElement {
  const { t, language } = useWords();
  const id = useId();
  const [from, setFrom] = useState(today);
  const shifts = useQuery(shiftsQuery(firmId, from));
  return (
    <Section title={t('roster.week')}>
      <div className="field">
        <label htmlFor={id}>{t('roster.from')}</label>
        <input id={id} type="date" className="form-control" value={from} onChange={({ target }) => target.value !== '' && setFrom(target.value)} />
      </div>
      <Loaded query={shifts}>
        {({ items }) => (items.length === 0 ? <Empty>{t('roster.none')}</Empty> : (
          <div className="table-scroll" role="region" aria-label={t('roster.shifts')} tabIndex={0}>
            <table className="table">
              <caption>{t('roster.shifts')}</caption>
              <thead><tr>{['day', 'who', 'when', 'where'].map((word) => <th key={word} scope="col">{t(`roster.${word}`)}</th>)}</tr></thead>
              <tbody>
                {items.map(({ employeeId, name, surname, date, start, end, startsAt, siteName }) => (
                  <tr key={`${employeeId}/${startsAt}`}><td>{day(date, language)}</td><th scope="row">{name} {surname}</th><td>{start}-{end}</td><td>{siteName}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Loaded>
    </Section>
  );
}
