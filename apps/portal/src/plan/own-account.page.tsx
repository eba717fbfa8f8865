import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import type { BalanceView } from '../api/views';
import { accountQuery } from '../employee/employee.queries';
import { day, fieldDate } from '../format/dates';
import { money } from '../format/money';
import { Day, Figure, Hours, LotLeft, Money } from '../parts/amounts';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { letterWord, useWords } from '../shell/words';
import { balanceQuery, ownPlansQuery } from './plan.queries';
import { Versions } from './versions';

/** A person's account by lot, day and use; and what their firm's plan says. */
export function OwnAccountPage(): ReactElement {
  const { t } = useWords();
  const account = useQuery(accountQuery);
  return (
    <Page title={t('plan.accountTitle')} lead={t('plan.accountLead')}>
      <Loaded query={account} instead={{ 'account-not-found': <Empty>{t('employee.noCredit')}</Empty> }}>
        {({ accountId }) => <Balance accountId={accountId} />}
      </Loaded>
      <OwnPlans />
    </Page>
  );
}

function Balance({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const [at, setAt] = useState(fieldDate(new Date()));
  const balance = useQuery(balanceQuery(accountId, at));
  const form = useForm({ defaultValues: { at } });
  return (
    <>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => setAt(values.at))(event)}>
        <Field label={t('plan.at')} type="date" field={form.register('at', { required: t('shell.required') })} error={form.formState.errors.at?.message} />
        <button type="submit" className="btn btn-primary">{t('plan.show')}</button>
      </form>
      <Loaded query={balance}>{(value) => <BalanceOnDay balance={value} />}</Loaded>
    </>
  );
}

type Lot = BalanceView['lots'][number];
const usesOf = ({ letter, letters = [letter] }: Lot): readonly string[] => letters;

function BalanceOnDay({ balance: { day: on, spendableCents, heldCents, spendableMinutes, heldMinutes = 0, lots } }: { readonly balance: BalanceView }): ReactElement {
  const { t, language } = useWords();
  return (
    <Section title={day(`${on}T12:00:00Z`, language)}>
      <dl className="figures">
        <Figure label={t('plan.balance')} cents={spendableCents} />
        {heldCents > 0 && <Figure label={t('plan.held')} cents={heldCents} />}
        {spendableMinutes !== undefined && <Figure label={t('plan.balanceHours')} minutes={spendableMinutes} />}
        {heldMinutes > 0 && <Figure label={t('plan.heldHours')} minutes={heldMinutes} />}
      </dl>
      {lots.length === 0 ? (
        <Empty>{t('plan.noLots')}</Empty>
      ) : (
        <>
          <Bars lots={lots.filter(({ hours }) => !hours)} />
          <div className="table-scroll" role="region" aria-label={t('plan.lotsTable')} tabIndex={0}>
            <table className="table">
              <caption>{t('plan.lotsTable')}</caption>
              <thead><tr><th scope="col">{t('plan.lotUntil')}</th><th scope="col" className="right">{t('plan.lotAmount')}</th><th scope="col">{t('plan.lotUses')}</th><th scope="col">{t('plan.lotThen')}</th></tr></thead>
              <tbody>
                {lots.map((lot) => (
                  <tr key={lot.lotId}>
                    <th scope="row"><Day at={lot.validUntil} /></th>
                    <td className="right"><LotLeft lot={lot} /></td>
                    <td>{usesOf(lot).map((letter) => t(letterWord(letter))).join('; ')}</td>
                    <td>{lot.explanation.slice(1).join(' ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h3>{t('plan.byUse')}</h3>
          <ul className="rows">
            {[...new Set(lots.flatMap(usesOf))].sort().map((letter) => (
              <li key={letter} className="row-line">
                <span>{t(letterWord(letter))}</span>
                <ByUnit lots={lots.filter((lot) => lot.spendable && usesOf(lot).includes(letter))} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** What lots come to: euros, and hours beside them where there are any. */
function ByUnit({ lots }: { readonly lots: readonly Lot[] }): ReactElement {
  const cents = lots.reduce((sum, { freeCents }) => sum + freeCents, 0);
  const minutes = lots.reduce((sum, { hours }) => sum + (hours?.freeMinutes ?? 0), 0);
  return <span>{(cents > 0 || minutes === 0) && <Money cents={cents} />}{cents > 0 && minutes > 0 && ' + '}{minutes > 0 && <Hours minutes={minutes} />}</span>;
}

/** A bar for each lot of euros, as long as it is large beside the largest; the table below says the same in figures. */
function Bars({ lots }: { readonly lots: readonly Lot[] }): ReactElement | null {
  const { t, language } = useWords();
  if (lots.length === 0) return null;
  const most = Math.max(...lots.map(({ freeCents }) => freeCents));
  const said = lots.map(({ freeCents, validUntil }) => t('plan.bar', { amount: money(freeCents, language), day: day(validUntil, language) }));
  return (
    <div className="bars" role="img" aria-label={t('plan.chart', { bars: said.join('; ') })}>
      {lots.map(({ lotId, freeCents, validUntil, spendable }) => (
        <div key={lotId} className="bar-line">
          <span>{day(validUntil, language)}</span>
          <span className="bar-space"><span className={`bar portion-${spendable ? 'strong' : 'light'}`} style={{ width: `${Math.max(2, (freeCents / most) * 100)}%` }} /></span>
        </div>
      ))}
    </div>
  );
}

function OwnPlans(): ReactElement {
  const { t } = useWords();
  const plans = useQuery(ownPlansQuery);
  return (
    <Section title={t('plan.ownPlan')}>
      <Loaded query={plans}>
        {({ items }) => {
          const published = items.filter(({ versions }) => versions.length > 0);
          if (published.length === 0) return <Empty>{t('plan.noPlan')}</Empty>;
          return <>{published.map(({ planId, title, versions }) => <div key={planId}><p><strong>{title}</strong></p><Versions versions={versions} /></div>)}</>;
        }}
      </Loaded>
    </Section>
  );
}
