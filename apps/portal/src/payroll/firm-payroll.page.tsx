import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { billQuery, employeesQuery, plansQuery } from '../firm/firm.queries';
import { month } from '../format/dates';
import { Figure, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation, useSession } from '../shell/session';
import { useWords } from '../shell/words';
import { Closings } from './closings';
import { reimbursementsQuery } from './payroll.queries';
import { PayrollStaff } from './payroll-staff';
import { shortId } from './person-code';

/** What the firm owes: for credit that was spent, and to its people with the payroll; who does that, and the months that are closed. */
export function FirmPayrollPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const doesPayroll = useSession()?.roles.some(({ role, organisationId }) => role === 'payroll' && organisationId === firmId) ?? false;
  return (
    <Page title={t('payroll.firmTitle')} lead={t('payroll.firmLead')}>
      <PlanAndBill firmId={firmId} />
      <Section title={t('payroll.reimbursements')}><Reimbursements firmId={firmId} /></Section>
      <Section title={t('payroll.closings')}>
        <Closings firmId={firmId} withFiles={false} />
        {doesPayroll && <p><Link to="/paghe">{t('payroll.openFiles')}</Link></p>}
      </Section>
      <Section title={t('payroll.staff')}><PayrollStaff firmId={firmId} /></Section>
    </Page>
  );
}

function PlanAndBill({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const plan = useQuery(plansQuery(firmId)).data?.items[0];
  const bill = useQuery(billQuery(firmId));
  return (
    <Section title={t('payroll.planAndBill')}>
      <p>{t('payroll.plan')}: <strong>{plan?.title ?? t('payroll.noPlan')}</strong>. <Link to="/impresa/piano">{t('payroll.toPlan')}</Link></p>
      <Loaded query={bill}>{({ owesCents }) => <dl className="figures"><Figure label={t('payroll.owes')} cents={owesCents} /></dl>}</Loaded>
    </Section>
  );
}

function Reimbursements({ firmId }: { readonly firmId: string }): ReactElement {
  const { t, language } = useWords();
  const list = useInfiniteQuery(reimbursementsQuery(firmId));
  const people = useQuery(employeesQuery(firmId)).data?.items ?? [];
  const nameOf = (personId: string): string => {
    const found = people.find((one) => one.personId === personId);
    return found ? `${found.name} ${found.surname}` : t('payroll.somebody', { id: shortId(personId) });
  };
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('payroll.noReimbursements')}</Empty>;
          return (
            <div className="table-scroll" role="region" aria-label={t('payroll.reimbursementTable')} tabIndex={0}>
              <table className="table">
                <thead><tr><th scope="col">{t('payroll.person')}</th><th scope="col">{t('payroll.month')}</th><th scope="col" className="right">{t('payroll.amount')}</th></tr></thead>
                <tbody>
                  {items.map((one, n) => (
                    <tr key={n}><th scope="row">{nameOf(one.personId)}</th><td>{month(one.month, language)}</td><td className="right"><Money cents={one.amountCents} /></td></tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Loaded>
      <More list={list} />
    </>
  );
}
