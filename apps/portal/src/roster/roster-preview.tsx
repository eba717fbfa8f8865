import { useEffect, useRef, type ReactElement } from 'react';
import type { RosterPreview } from '../api/views';
import { useWords } from '../shell/words';

interface Props {
  readonly preview: RosterPreview;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** People shown; of a longer list only the counts are read anyway. */
const MOST_SHOWN = 200;

/** What a file of shifts would change, person by person; nothing has been changed yet. It takes the focus when it appears. */
export function RosterPreviewCard({ preview: { previewId, shifts, people }, busy, onTake, onLeave }: Props): ReactElement {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [previewId]);
  const isNew = people.some(({ changed }) => changed);
  const hidden = people.length - MOST_SHOWN;
  return (
    <div className="card-form">
      <h3 ref={heading} tabIndex={-1} className="small-head">{t('roster.preview')}</h3>
      <p role="status">{isNew ? t('roster.previewSum', { people: people.length, shifts }) : t('roster.previewNothing')}</p>
      <ul className="rows" aria-label={t('roster.previewList')}>
        {people.slice(0, MOST_SHOWN).map((person) => (
          <li key={person.employeeId} className="row-line">
            <span><strong>{person.name} {person.surname}</strong> <small className="tail">{t('roster.person', { shifts: person.shifts, before: person.shiftsBefore })}</small></span>
            <span className={`tag tag-${person.changed ? 'good' : 'dim'}`}>{t(person.changed ? 'roster.changed' : 'roster.unchanged')}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{t('roster.more', { n: hidden })}</p>}
      <div className="d-flex flex-wrap gap-2">
        {isNew && <button type="button" className="btn btn-primary" aria-disabled={busy || undefined} onClick={() => !busy && onTake()}>{busy ? `${t('shell.loading')}…` : t('roster.doTake')}</button>}
        <button type="button" className="btn btn-outline-primary" onClick={onLeave}>{t('roster.leave')}</button>
      </div>
    </div>
  );
}
