import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { AccountSummaryView } from '../api/views';
import { hoursInWords } from '../format/hours';
import { money } from '../format/money';
import { Figure, Hours, Money } from '../parts/amounts';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { shortId } from '../payroll/person-code';
import { useWords } from '../shell/words';
import { accountsQuery, employeesQuery } from './firm.queries';
import { WithdrawCredit, type Withdrawn } from './withdraw-credit';

/** Credit of the firm's people: sums by unit, each person's, and the way to take back what was given by mistake. */
export function Accounts({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const accounts = useQuery(accountsQuery(firmId));
  return (
    <Section title={t('firm.accounts')}>
      <p className="help">{t('firm.accountsWhy')}</p>
      <Loaded query={accounts}>
        {({ items }) => (
          <>
            <dl className="figures">
              <Figure label={t('firm.totalSpendable')} cents={items.reduce((sum, { spendableCents }) => sum + spendableCents, 0)} />
              <Figure label={t('firm.held')} cents={items.reduce((sum, { heldCents }) => sum + heldCents, 0)} />
              {items.some(({ spendableMinutes }) => spendableMinutes !== undefined) && (
                <>
                  <Figure label={t('firm.totalHours')} minutes={items.reduce((sum, { spendableMinutes = 0 }) => sum + spendableMinutes, 0)} />
                  <Figure label={t('firm.heldHours')} minutes={items.reduce((sum, { heldMinutes = 0 }) => sum + heldMinutes, 0)} />
                </>
              )}
            </dl>
            {items.length > 0 && <AccountRows firmId={firmId} accounts={items} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function AccountRows({ firmId, accounts }: { readonly firmId: string; readonly accounts: readonly AccountSummaryView[] }): ReactElement {
  const { t, language } = useWords();
  const people = useQuery(employeesQuery(firmId)).data?.items ?? [];
  const [taken, setTaken] = useState<Withdrawn>();
  const nameOf = (personId: string): string => {
    const found = people.find((one) => one.personId === personId);
    return found ? `${found.name} ${found.surname}` : t('payroll.somebody', { id: shortId(personId) });
  };
  return (
    <>
      {taken && <Notice tone="success" live>{t('firm.taken', { name: taken.name, amount: taken.minutes === undefined ? money(taken.amountCents, language) : hoursInWords(taken.minutes, language) })}</Notice>}
      <ul className="rows" aria-label={t('firm.accounts')}>
        {accounts.map((account) => {
          const { accountId, personId, spendableCents, spendableMinutes = 0 } = account;
          return (
            <li key={accountId} className="row-line">
              <span><strong>{nameOf(personId)}</strong> <small className="tail"><Money cents={spendableCents} />{spendableMinutes > 0 && <>, <Hours minutes={spendableMinutes} /></>}</small></span>
              {(spendableCents > 0 || spendableMinutes > 0) && <WithdrawCredit account={account} name={nameOf(personId)} onDone={setTaken} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
