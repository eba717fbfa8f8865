import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import type { PremiumPreview } from '../api/views';
import { employeesQuery } from '../firm/firm.queries';
import { money } from '../format/money';
import { Money } from '../parts/amounts';
import { useWords } from '../shell/words';

interface Props {
  readonly firmId: string;
  readonly preview: PremiumPreview;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

const TONES: Readonly<Record<PremiumPreview['lines'][number]['change'], string>> = { new: 'good', corrected: 'good', unchanged: 'busy', kept: 'dim' };
/** Lines shown; of a longer file only the sums are read anyway. */
const MOST_SHOWN = 200;

/** What a file of premiums would do, person by person; nothing has been done yet. It takes the focus when it appears. */
export function PremiumsPreview({ firmId, preview, busy, onTake, onLeave }: Props): ReactElement {
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const employees = useQuery(employeesQuery(firmId)).data?.items;
  const named = new Map(employees?.map(({ personId, name, surname }) => [personId, `${name} ${surname}`] as const));
  useEffect(() => heading.current?.focus(), [preview]);
  const { year, lines, offered, unchanged, kept } = preview;
  const hidden = lines.length - MOST_SHOWN;
  return (
    <div className="card-form">
      <h4 ref={heading} tabIndex={-1} className="small-head">{t('premium.preview', { year })}</h4>
      <p role="status">{t('premium.previewSum', { rows: lines.length, total: money(preview.totalCents, language), cap: money(preview.capCents, language), offered, unchanged, kept })}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('premium.previewTable')}>
        <table className="table">
          <thead><tr>{['line', 'person', 'amount', 'couldConvert', 'favoured', 'ordinary', 'outcome'].map((name) => <th key={name} scope="col">{t(`premium.${name}`)}</th>)}</tr></thead>
          <tbody>
            {lines.slice(0, MOST_SHOWN).map(({ line, personId, change, amountCents, convertibleCents, favouredCents, ordinaryCents }) => (
              <tr key={line}>
                <td>{line}</td><td>{named.get(personId) ?? personId}</td>
                {[amountCents, convertibleCents, favouredCents, ordinaryCents].map((cents, n) => <td key={n}><Money cents={cents} /></td>)}
                <td><span className={`tag tag-${TONES[change]}`}>{t(`premium.changes.${change}`)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p>{t('premium.previewMore', { n: hidden })}</p>}
      <div className="d-flex flex-wrap gap-2">
        {offered > 0 && <button type="button" className="btn btn-primary" aria-disabled={busy || undefined} onClick={() => !busy && onTake()}>{busy ? `${t('shell.loading')}…` : t('premium.send')}</button>}
        <button type="button" className="btn btn-outline-primary" onClick={onLeave}>{t('premium.leavePreview')}</button>
      </div>
    </div>
  );
}
