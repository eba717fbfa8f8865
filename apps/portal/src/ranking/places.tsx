import type { ReactElement } from 'react';
import type { RankingView } from '../api/views';
import { Money } from '../parts/amounts';
import { Empty } from '../parts/loaded';
import { useWords } from '../shell/words';

interface Props {
  readonly ranking: RankingView;
  /** Undefined where the firm stays behind its application's number. */
  readonly nameOf: (firmId: string) => string | undefined;
}

/** The ranking in order, with what each place rests on. */
export function Places({ ranking: { places, criteria }, nameOf }: Props): ReactElement {
  const { t } = useWords();
  if (places.length === 0) return <Empty>{t('ranking.nobody')}</Empty>;
  const textOf = (code: string): string => criteria.find((criterion) => criterion.code === code)?.text ?? code;
  return (
    <ol className="rows places">
      {places.map(({ place, applicationId, firmId, points, gained, amountCents, outcome, tieBreak }) => (
        <li key={applicationId} className="row-line">
          <span>
            <strong>{t('ranking.place', { place })} {(firmId !== undefined && nameOf(firmId)) || ''}</strong>
            <small>{t('ranking.pointsOf', { points })}{gained.length > 0 && <span lang="it">: {gained.map(textOf).join('; ')}</span>}</small>
            <small className="digest">{t('ranking.application')} <code>{applicationId}</code></small>
            <small className="digest">{t('ranking.tieBreak')} <code>{tieBreak}</code></small>
          </span>
          <span className={`tag tag-${outcome === 'funded' ? 'good' : 'dim'}`}>{t(`ranking.outcomes.${outcome}`)}</span>
          <small>{t('ranking.asks')} <Money cents={amountCents} /></small>
        </li>
      ))}
    </ol>
  );
}
