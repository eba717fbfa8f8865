import { useEffect, useRef, type ReactElement } from 'react';
import type { ImportPreview } from '../api/views';
import { day } from '../format/dates';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';

interface Props {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

type Line = ImportPreview['lines'][number];
const TONES: Readonly<Record<Line['change'], string>> = { added: 'good', rehired: 'good', ended: 'dim', changed: 'busy', unchanged: 'busy' };
/** Lines shown; of a longer list only the counts are read anyway. */
const MOST_SHOWN = 200;

/** What a file of employees would change, person by person; nothing has been changed yet. It takes the focus when it appears. */
export function EmployeesPreview({ preview, busy, onTake, onLeave }: Props): ReactElement {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview.previewId]);
  const lines = preview.lines.filter(({ change }) => change !== 'unchanged');
  const hidden = lines.length - MOST_SHOWN;
  return (
    <div className="card-form">
      <h3 ref={heading} tabIndex={-1} className="small-head">{t('firm.preview')}</h3>
      <p role="status">{t('firm.previewSum', { ...preview })}</p>
      {preview.toReview.length > 0 && <Notice tone="warning">{t('firm.previewReview', { codes: preview.toReview.map(({ code }) => code).join(', ') })}</Notice>}
      {lines.length > 0 && (
        <ul className="rows" aria-label={t('firm.previewList')}>
          {lines.slice(0, MOST_SHOWN).map((line) => <PreviewLine key={line.line} line={line} />)}
        </ul>
      )}
      {hidden > 0 && <p>{t('firm.previewMore', { n: hidden })}</p>}
      <div className="d-flex flex-wrap gap-2">
        {lines.length > 0 && (
          <button type="button" className="btn btn-primary" aria-disabled={busy || undefined} onClick={() => !busy && onTake()}>
            {busy ? `${t('shell.loading')}…` : t('firm.doUpload')}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary" onClick={onLeave}>{t('firm.leavePreview')}</button>
      </div>
    </div>
  );
}

function PreviewLine({ line }: { readonly line: Line }): ReactElement {
  const { t, language } = useWords();
  return (
    <li className="row-line">
      <span>
        <strong>{line.name} {line.surname}</strong>{' '}
        <small className="tail">
          {t('firm.previewLine', { line: line.line })}
          {line.nameBefore !== undefined && `, ${t('firm.previewBefore', { name: line.nameBefore })}`}
          {line.changed?.some((field) => field !== 'name' && field !== 'surname') && `, ${line.changed.map((field) => t(`firm.facts.${field}`)).join(', ')}`}
          {line.lastDay !== undefined && `, ${t('firm.previewUntil', { day: day(line.lastDay, language) })}`}
        </small>
      </span>
      <span className={`tag tag-${TONES[line.change]}`}>{t(`firm.changes.${line.change}`)}</span>
    </li>
  );
}
