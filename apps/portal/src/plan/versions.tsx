import type { ReactElement } from 'react';
import type { PlanDetailView } from '../api/views';
import { day } from '../format/dates';
import { Day } from '../parts/amounts';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';

/** What was published of a plan, the newest first: in sentences, and the text itself. */
export function Versions({ versions }: Pick<PlanDetailView, 'versions'>): ReactElement {
  const { t, language } = useWords();
  return (
    <>
      {[...versions].reverse().map((version) => (
        <article key={version.number} className="tile">
          <h3>{t('plan.versionTitle', { n: version.number, day: day(`${version.validFrom}T12:00:00Z`, language) })}</h3>
          <p className="help"><Day at={version.publishedAt} time /></p>
          {version.review !== undefined && <Notice tone="warning">{t('plan.review')}</Notice>}
          <ul>{version.explanation.map((line) => <li key={line}>{line}</li>)}</ul>
          <details>
            <summary>{t('plan.text')}</summary>
            <p className="lines">{version.text}</p>
          </details>
        </article>
      ))}
    </>
  );
}
