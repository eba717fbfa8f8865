import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { employeesQuery } from '../firm/firm.queries';
import { FirmMeals } from '../meal/firm-meals';
import { Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { ContractForm } from './contract.form';
import { contractsQuery, firmPremiumsQuery } from './premium.queries';
import { PremiumsUpload } from './premiums-upload';
import { ThresholdChoice } from './threshold-choice.form';

/** The firm's premiums and meal vouchers, and what it chose for the threshold. */
export function FirmPremiumsPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  return (
    <Page title={t('premium.firmTitle')} lead={t('premium.firmLead')}>
      <Section title={t('premium.threshold')}><ThresholdChoice firmId={firmId} /></Section>
      <Contracts firmId={firmId} />
      <Section title={t('premium.firmPremiums')}><PremiumTable firmId={firmId} /></Section>
      <FirmMeals firmId={firmId} />
    </Page>
  );
}

function Contracts({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const contracts = useInfiniteQuery(contractsQuery(firmId));
  return (
    <>
      <Section title={t('premium.contracts')}>
        <Loaded query={contracts}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty>{t('premium.noContracts')}</Empty>;
            return (
              <>
                <ul className="rows">{items.map(({ contractId, title, eligible }) => <li key={contractId} className="row-line"><span><strong>{title}</strong><small>{t(eligible ? 'premium.eligible' : 'premium.notEligible')}</small></span></li>)}</ul>
                {items.map((contract) => <PremiumsUpload key={contract.contractId} contract={contract} />)}
              </>
            );
          }}
        </Loaded>
        <More list={contracts} />
      </Section>
      <Section title={t('premium.contract')}><ContractForm firmId={firmId} /></Section>
    </>
  );
}

function PremiumTable({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const premiums = useInfiniteQuery(firmPremiumsQuery(firmId));
  const employees = useQuery(employeesQuery(firmId)).data?.items;
  const named = new Map(employees?.map(({ personId, name, surname }) => [personId, `${name} ${surname}`] as const));
  return (
    <>
      <Loaded query={premiums}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('premium.none')}</Empty>;
          return (
            <div className="table-scroll" tabIndex={0} role="region" aria-label={t('premium.premiumTable')}>
              <table className="table">
                <thead><tr><th scope="col">{t('premium.person')}</th><th scope="col">{t('premium.amount')}</th><th scope="col">{t('premium.converted')}</th><th scope="col">{t('premium.inMoney')}</th></tr></thead>
                <tbody>
                  {items.map(({ premiumId, personId, amountCents, status, convertedCents = 0 }) => (
                    <tr key={premiumId}>
                      <td>{named.get(personId) ?? personId}</td><td><Money cents={amountCents} /></td>
                      {status === 'chosen' ? <><td><Money cents={convertedCents} /></td><td><Money cents={amountCents - convertedCents} /></td></> : <td colSpan={2}>{t('premium.waiting')}</td>}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Loaded>
      <More list={premiums} />
    </>
  );
}
