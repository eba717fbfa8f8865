import type { ReactElement } from 'react';
import type { CriterionView } from '../api/views';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';

/** The points table as it was published with the call. */
export function PointsTable({ criteria, version }: { readonly criteria: readonly CriterionView[]; readonly version: string }): ReactElement {
  const { t } = useWords();
  return (
    <Section title={t('ranking.table', { version })}>
      <table className="table">
        <thead><tr><th scope="col">{t('ranking.criterion')}</th><th scope="col" className="right">{t('ranking.points')}</th></tr></thead>
        <tbody>{criteria.map(({ code, text, points }) => <tr key={code}><th scope="row" lang="it">{text}</th><td className="right">{points}</td></tr>)}</tbody>
      </table>
    </Section>
  );
}
