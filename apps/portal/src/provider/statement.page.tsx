import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { month } from '../format/dates';
import { Invoices } from '../invoice/invoices';
import { Figure, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { Work } from '../work/work';
import { statementsQuery } from './provider.queries';

export function StatementPage(): ReactElement {
  const { t, language } = useWords();
  const providerId = useOrganisation('provider-admin');
  const statements = useQuery({ ...statementsQuery(providerId), refetchInterval: 5_000 });
  return (
    <Page title={t('provider.statementTitle')} lead={t('provider.statementLead')}>
      <Loaded query={statements}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('provider.noStatement')}</Empty>;
          return (
            <>
              <dl className="figures"><Figure label={t('provider.due')} cents={items.reduce((sum, { dueCents }) => sum + dueCents, 0)} /></dl>
              <table className="table">
                <thead>
                  <tr><th scope="col">{t('provider.month')}</th><th scope="col" className="right">{t('provider.works')}</th><th scope="col" className="right">{t('provider.due')}</th></tr>
                </thead>
                <tbody>
                  {items.map((statement) => (
                    <tr key={statement.statementId}>
                      <th scope="row">{month(statement.month, language)}</th>
                      <td className="right">{statement.entries}</td>
                      <td className="right"><Money cents={statement.dueCents} /></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Loaded>
      <Invoices providerId={providerId} />
      <Work providerId={providerId} />
    </Page>
  );
}
