import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RankingView } from '../api/views';
import { dayAndTime } from '../format/dates';
import { callQuery } from '../operator/operator.queries';
import { Empty, Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { Places } from './places';
import { PointsTable } from './points-table';
import { rankingQuery } from './ranking.queries';
import { Seed } from './seed';

/** Where the firm stands in the ranking of a call, and how it can be checked. Other firms stand there without their names. */
export function FirmRankingPage({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const call = useQuery(callQuery(callId));
  const ranking = useQuery(rankingQuery(callId));
  return (
    <Page title={call.data ? t('ranking.titleOf', { title: call.data.title }) : t('ranking.title')}>
      <Loaded query={ranking} instead={{ 'call-not-ranked': <Empty>{t('ranking.notRanked')}</Empty> }}>
        {(value) => (
          <>
            <OwnPlace ranking={value} firmId={firmId} />
            {value.seed !== undefined && <Section title={t('ranking.places')}><Places ranking={value} nameOf={(id) => (id === firmId ? t('ranking.ownFirm') : undefined)} /></Section>}
            <PointsTable criteria={value.criteria} version={value.version} />
            <Seed ranking={value} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OwnPlace({ ranking: { seed, places, applicationsCloseAt }, firmId }: { readonly ranking: RankingView; readonly firmId: string }): ReactElement {
  const { t, language } = useWords();
  if (seed === undefined) return <Notice tone="info"><p>{t('ranking.notYet', { when: dayAndTime(applicationsCloseAt, language) })}</p></Notice>;
  const own = places.find((place) => place.firmId === firmId);
  if (!own) return <Notice tone="info"><p>{t('ranking.notAmong')}</p></Notice>;
  const isFunded = own.outcome === 'funded';
  return (
    <Notice tone={isFunded ? 'success' : 'info'}>
      <strong>{t('ranking.ownPlace', { place: own.place, of: places.length, points: own.points })}</strong>
      <p>{t(`ranking.outcomes.${own.outcome}`)}</p>
    </Notice>
  );
}
