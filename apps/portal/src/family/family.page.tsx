import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { FamilyMemberView } from '../api/views';
import { day } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { familyQuery, relationName } from './family.queries';
import { MemberForm } from './member.form';

/** The relatives that an employee keeps for themselves; no employer sees this page or what it shows. */
export function FamilyPage(): ReactElement {
  const { t } = useWords();
  const family = useQuery(familyQuery);
  return (
    <Page title={t('family.title')} lead={t('family.lead')}>
      <Section title={t('family.list')}>
        <Loaded query={family}>
          {({ items }) => (items.length === 0 ? <Empty>{t('family.nobody')}</Empty> : <ul className="rows">{items.map((member) => <Member key={member.memberId} member={member} />)}</ul>)}
        </Loaded>
      </Section>
      <Section title={t('family.add')}><MemberForm /></Section>
    </Page>
  );
}

function Member({ member }: { readonly member: FamilyMemberView }): ReactElement {
  const { t, language } = useWords();
  const { memberId, name, surname, relation, fiscalCode, countsAsFamily, declarations } = member;
  const now = declarations.at(-1);
  const erasing = useChange((_: null, key) => bodyOf(client.DELETE('/api/companies/people/me/family-members/{memberId}', { params: { path: { memberId } }, ...change(key) })), { refreshes: ['family'] });
  const person = `${name} ${surname}`;
  return (
    <li className="row-line">
      <span>
        <strong>{person}</strong>
        <small><span lang="it">{relationName(relation)}</span>, {fiscalCode}</small>
        {now && <small>{t(now.cohabiting ? 'family.cohabits' : 'family.livesApart')}, {t(now.dependent ? 'family.isDependent' : 'family.notDependent')}, {t('family.since', { day: day(`${now.from}T12:00:00Z`, language) })}</small>}
        <ProblemNotice error={erasing.error} />
      </span>
      <span className={`tag tag-${countsAsFamily ? 'good' : 'dim'}`}>{t(countsAsFamily ? 'family.counts' : 'family.countsNot')}</span>
      <button type="button" className="btn btn-link" aria-label={t('family.eraseOf', { name: person })} aria-disabled={erasing.isPending || undefined} onClick={() => erasing.isPending || erasing.mutate(null)}>{t('family.erase')}</button>
    </li>
  );
}
