import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { ruleTablesQuery } from './rules.queries';

/** The dated tables that calls and revocations are decided by. */
export function RulesPage(): ReactElement {
  const { t } = useWords();
  const tables = useQuery(ruleTablesQuery);
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      <Loaded query={tables}>
        {({ items }) => (
          <ul className="plain">
            {items.map(({ table, version, fileVersion, rows }) => (
              <li key={table} className="tile">
                <h2><Link to="/operatore/regole/$table" params={{ table }}>{t(`rules.tables.${table}`)}</Link></h2>
                <p>{t(version === fileVersion ? 'rules.asInFile' : 'rules.asEdited', { version, n: rows.length })}</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
