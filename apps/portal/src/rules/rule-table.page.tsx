import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { RuleTableDetail } from '../api/views';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { EditRulesForm } from './edit-rules.form';
import { RuleHistory } from './rule-history';
import { RuleRows } from './rule-rows';
import { ruleTableQuery } from './rules.queries';

/** One dated table: what it says, how it can be changed, and how it came to be so. */
export function RuleTablePage({ table }: { readonly table: string }): ReactElement {
  const { t } = useWords();
  const found = useQuery(ruleTableQuery(table));
  const name = t(table === 'recovery-interest' ? 'rules.tables.recovery-interest' : 'rules.tables.de-minimis-rule');
  return (
    <Page title={name} lead={<Link to="/operatore/regole">{t('rules.back')}</Link>}>
      <Loaded query={found}>{(value) => <Table name={name} table={value} />}</Loaded>
    </Page>
  );
}

function Table({ name, table }: { readonly name: string; readonly table: RuleTableDetail }): ReactElement {
  const { t } = useWords();
  const { version, fileVersion, rows, history } = table;
  return (
    <>
      <Section title={t('rules.inForce')}>
        <p>{t(version === fileVersion ? 'rules.asInFile' : 'rules.asEdited', { version, n: rows.length })}</p>
        {version.split('.')[0] !== fileVersion && <Notice tone="info">{t('rules.newerFile', { fileVersion })}</Notice>}
        <RuleRows rows={rows} caption={name} />
      </Section>
      <Section title={t('rules.edit')}><EditRulesForm table={table} /></Section>
      <RuleHistory history={history} />
    </>
  );
}
