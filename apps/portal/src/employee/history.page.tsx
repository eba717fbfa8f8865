import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { hoursInWords } from '../format/hours';
import { money } from '../format/money';
import { Day, Hours, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { StatusTag } from '../purchase/status-tag';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { accountQuery, ledgerQuery, purchasesQuery } from './employee.queries';

export function HistoryPage(): ReactElement {
  const { t } = useWords();
  const account = useQuery(accountQuery);
  return (
    <Page title={t('employee.history')}>
      <Section title={t('employee.purchases')}><Purchases /></Section>
      <Section title={t('employee.ledger')}>
        <Loaded query={account} instead={{ 'account-not-found': <Empty>{t('employee.noLedger')}</Empty> }}>
          {({ accountId }) => <Ledger accountId={accountId} />}
        </Loaded>
      </Section>
    </Page>
  );
}

function Purchases(): ReactElement {
  const { t } = useWords();
  const purchases = useInfiniteQuery(purchasesQuery);
  return (
    <>
      <Loaded query={purchases}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('employee.noPurchases')}</Empty>;
          return (
            <ul className="rows">
              {items.map((purchase) => (
                <li key={purchase.purchaseId} className="row-line">
                  <span>
                    <Link to="/acquisti/$purchaseId" params={{ purchaseId: purchase.purchaseId }}>{purchase.title}</Link>{' '}
                    {purchase.requestedAt !== undefined && <small><Day at={purchase.requestedAt} /></small>}
                  </span>
                  <Money cents={purchase.totalCents} />
                  <StatusTag status={purchase.status} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More list={purchases} />
    </>
  );
}

/** A confirmation moves no credit: what was set aside stays so. */
const UNMOVED = 'credit-pinned';
/** They say when credit ends, or how a year stands. */
const WITHOUT_AMOUNT = /^(year|run-out|threshold)-|-refused$/;
const signs: Readonly<Record<string, string>> = { 'credit-added': '+', 'credit-released': '+', 'credit-held': '−', 'credit-withdrawn': '−', 'claim-credit-held': '−', 'claim-credit-released': '+', 'contribution-credit-held': '−', 'contribution-credit-released': '+', 'residue-settled': '−' };

function Ledger({ accountId }: { readonly accountId: string }): ReactElement {
  const { t, language } = useWords();
  const ledger = useInfiniteQuery(ledgerQuery(accountId));
  return (
    <>
      <Loaded query={ledger}>
        {({ pages }) => (
          <ol className="rows" reversed>
            {pages.flatMap((page) => page.items).filter(({ kind }) => kind !== UNMOVED).reverse().map((entry) => (
              <li key={entry.sequence} className="row-line">
                <span>{t(`employee.kinds.${entry.kind}`)} <small><Day at={entry.at} time /></small></span>
                <span>{!WITHOUT_AMOUNT.test(entry.kind) && <>{signs[entry.kind]} {entry.minutes === undefined ? <Money cents={entry.amountCents} /> : <Hours minutes={entry.minutes} />}</>}</span>
                <small>{entry.spendableCents !== undefined && t('employee.after', { amount: entry.minutes === undefined ? money(entry.spendableCents, language) : hoursInWords(entry.spendableMinutes ?? 0, language) })}</small>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <More list={ledger} />
    </>
  );
}
