import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { RankingView } from '../api/views';
import { dayAndTime } from '../format/dates';
import { firmsQuery, callQuery } from '../operator/operator.queries';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Places } from './places';
import { PointsTable } from './points-table';
import { applicationsQuery, rankingQuery } from './ranking.queries';
import { Seed } from './seed';

/** A ranked call as the operator sees it: what was applied for, the ranking when it is time, and what makes it checkable. */
export function RankingPage({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const call = useQuery(callQuery(callId));
  const ranking = useQuery(rankingQuery(callId));
  const firms = useQuery(firmsQuery);
  const nameOf = (firmId: string): string => firms.data?.items.find((firm) => firm.firmId === firmId)?.name ?? t('operator.firmNumber', { id: firmId.slice(-6).toUpperCase() });
  return (
    <Page title={call.data ? t('ranking.titleOf', { title: call.data.title }) : t('ranking.title')}>
      <Loaded query={ranking} instead={{ 'call-not-ranked': <Empty>{t('ranking.notRanked')}</Empty> }}>
        {(value) => (
          <>
            {value.seed === undefined && <Making ranking={value} />}
            {value.seed === undefined ? <Applications callId={callId} nameOf={nameOf} /> : <Section title={t('ranking.places')}><Places ranking={value} nameOf={(firmId) => nameOf(firmId)} /></Section>}
            <PointsTable criteria={value.criteria} version={value.version} />
            <Seed ranking={value} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether the time is over, found out while the page stands open. */
function useIsOver(instant: string): boolean {
  const [isOver, setOver] = useState(() => Date.now() >= Date.parse(instant));
  useEffect(() => {
    if (isOver) return undefined;
    const look = setInterval(() => setOver(Date.now() >= Date.parse(instant)), 1_000);
    return () => clearInterval(look);
  }, [instant, isOver]);
  return isOver;
}

function Making({ ranking: { callId, applicationsCloseAt } }: { readonly ranking: RankingView }): ReactElement {
  const { t, language } = useWords();
  const isOver = useIsOver(applicationsCloseAt);
  const making = useChange((_: null, key) => bodyOf(client.POST('/api/programmes/calls/{callId}/ranking', { params: { path: { callId } }, ...change(key) })), { refreshes: ['ranking', 'allotments', 'call', 'calls'] });
  const when = dayAndTime(applicationsCloseAt, language);
  return (
    <>
      <ProblemNotice error={making.error} />
      <Notice tone="info"><p>{isOver ? t('ranking.closed', { when }) : t('ranking.stillOpen', { when })}</p></Notice>
      {isOver && (
        <>
          <p className="help">{t('ranking.makeWhy')}</p>
          <button type="button" className="btn btn-primary" aria-disabled={making.isPending || undefined} onClick={() => making.isPending || making.mutate(null)}>{t('ranking.make')}</button>
        </>
      )}
    </>
  );
}

function Applications({ callId, nameOf }: { readonly callId: string; readonly nameOf: (firmId: string) => string }): ReactElement {
  const { t, language } = useWords();
  const applications = useQuery(applicationsQuery(callId));
  return (
    <Section title={t('ranking.applications')}>
      <Loaded query={applications}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <Empty>{t('ranking.nobody')}</Empty> : (
              <ul className="rows">
                {items.map(({ allotmentId, firmId, status, refusal }) => (
                  <li key={allotmentId} className="row-line">
                    <span><strong>{nameOf(firmId)}</strong>{refusal && <small>{language === 'it' ? refusal.detail : refusal.detailEn}</small>}</span>
                    <span className={`tag tag-${status === 'pending' ? 'busy' : status === 'refused' ? 'dim' : 'good'}`}>{t(status === 'pending' ? 'ranking.unchecked' : status === 'refused' ? 'ranking.refused' : 'ranking.checked')}</span>
                  </li>
                ))}
              </ul>
            )}
            {next !== undefined && <p>{t('ranking.moreApplications', { n: items.length })}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}
