import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Figure } from '../parts/amounts';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { accountsQuery, allotmentsQuery, billQuery, firmQuery } from './firm.queries';
import { FirmSteps } from './firm-steps';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, cents) => total + cents, 0);

/** What the firm has, what it owes, and what is still to do until its people can buy. */
export function FirmHomePage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const firm = useQuery(firmQuery(firmId));
  const bill = useQuery(billQuery(firmId));
  const allotments = useQuery(allotmentsQuery(firmId));
  const accounts = useQuery(accountsQuery(firmId));
  return (
    <Page title={firm.data?.name ?? t('firm.title')}>
      <dl className="figures">
        {bill.data && <Figure label={t('firm.owes')} cents={bill.data.owesCents} note={t('firm.owesWhy')} />}
        {allotments.data && <Figure label={t('firm.incentiveLeft')} cents={sum(allotments.data.items.map(({ freeCents }) => freeCents))} />}
        {accounts.data && <Figure label={t('firm.totalSpendable')} cents={sum(accounts.data.items.map(({ spendableCents }) => spendableCents))} />}
      </dl>
      <FirmSteps firmId={firmId} />
    </Page>
  );
}
