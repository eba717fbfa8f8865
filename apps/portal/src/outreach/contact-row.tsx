import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ContactView } from '../api/views';
import { day, fieldDate } from '../format/dates';
import { municipalityName } from '../format/municipalities';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';

type Stage = 'contacted' | 'invited' | 'met';
const NEXT: Readonly<Record<string, Stage>> = { listed: 'contacted', contacted: 'invited', invited: 'met' };

/** A firm to contact with the next thing to do with it. */
export function ContactRow({ contact: { contactId, name, municipality, reached, lastDay, joined } }: { readonly contact: ContactView }): ReactElement {
  const { t, language } = useWords();
  const advancing = useChange(
    (stage: Stage, key) => writtenTo('contacts', client.POST('/api/companies/outreach/contacts/{contactId}/stages', { params: { path: { contactId } }, body: { stage, on: fieldDate(new Date()) }, ...change(key) })),
    { refreshes: ['outreach'] },
  );
  const at = joined ? 'joined' : (reached ?? 'listed');
  const next = NEXT[at];
  return (
    <li className="row-line">
      <div>
        <strong>{name}</strong> <small>{municipalityName(municipality)}{lastDay !== undefined && `, ${t('outreach.lastDay', { day: day(lastDay, language) })}`}</small>
        <ProblemNotice error={advancing.error} />
      </div>
      <span className={`tag tag-${joined ? 'good' : 'busy'}`}>{t(`outreach.reached.${at}`)}</span>
      {next !== undefined && (
        <button type="button" className="btn btn-sm btn-outline-primary" disabled={advancing.isPending} onClick={() => advancing.mutate(next)} aria-label={t(`outreach.nextOne.${next}`, { name })}>{t(`outreach.next.${next}`)}</button>
      )}
    </li>
  );
}
