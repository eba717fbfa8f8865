import type { ReactElement } from 'react';
import type { FunnelsView, FunnelView } from '../api/views';
import { municipalityName } from '../format/municipalities';
import { Measure } from '../parts/measure';
import { useWords } from '../shell/words';

const STAGES = ['listed', 'contacted', 'invited', 'met', 'joined'] as const;

/** The funnel: a bar for each stage with its figure beside it, then the same by Comune and by who found the firms. */
export function FunnelTables({ funnels: { all, byMunicipality, byFinder } }: { readonly funnels: FunnelsView }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <ul className="rows" aria-label={t('outreach.all')}>
        {STAGES.map((stage) => {
          const name = t('outreach.bar', { stage: t(`outreach.stages.${stage}`), n: all[stage], all: all.listed });
          return (
            <li key={stage}>
              {name}
              <Measure name={name} wholeCents={all.listed} portions={[{ label: stage, cents: all[stage], shade: stage === 'joined' ? 'strong' : 'middle' }]} />
            </li>
          );
        })}
      </ul>
      <FunnelTable title={t('outreach.byMunicipality')} first={t('outreach.municipality')} rows={byMunicipality} />
      <FunnelTable title={t('outreach.byFinder')} first={t('outreach.finder')} rows={byFinder} />
    </>
  );
}

function FunnelTable({ title, first, rows }: { readonly title: string; readonly first: string; readonly rows: readonly (FunnelView & { readonly code: string; readonly name?: string })[] }): ReactElement {
  const { t } = useWords();
  return (
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr><th scope="col">{first}</th>{STAGES.map((stage) => <th key={stage} scope="col" className="right">{t(`outreach.stages.${stage}`)}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}><th scope="row">{row.name ?? municipalityName(row.code)}</th>{STAGES.map((stage) => <td key={stage} className="right">{row[stage]}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
