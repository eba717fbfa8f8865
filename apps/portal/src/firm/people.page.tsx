import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { day } from '../format/dates';
import { Icon } from '../parts/icon';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { Employment } from './employment';
import { EmployeesUpload } from './employees-upload';
import { codesQuery, employeesQuery } from './firm.queries';

export function PeoplePage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  return (
    <Page title={t('firm.people')} lead={t('firm.peopleLead')}>
      <EmployeesUpload firmId={firmId} />
      <PeopleList firmId={firmId} />
    </Page>
  );
}

function PeopleList({ firmId }: { readonly firmId: string }): ReactElement {
  const { t, language } = useWords();
  const employees = useQuery(employeesQuery(firmId));
  const codes = useQuery(codesQuery(firmId));
  const isActive = (personId: string): boolean => codes.data?.items.find((code) => code.personId === personId)?.status === 'activated';
  return (
    <Section title={t('firm.list')} aside={<Link to="/impresa/dipendenti/foglio" className="btn btn-sm btn-primary"><Icon name="print" /> {t('firm.sheet')}</Link>}>
      <Loaded query={employees}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('firm.nobody')}</Empty>;
          return (
            <ul className="rows">
              {items.map((employee) => (
                <li key={employee.personId} className="row-line">
                  <span><strong>{employee.name} {employee.surname}</strong> <small className="tail">{employee.fiscalCode}{employee.lastDay !== undefined && `, ${t('firm.leftOn', { day: day(employee.lastDay, language) })}`}</small></span>
                  {codes.data && <span className={`tag tag-${isActive(employee.personId) ? 'good' : 'busy'}`}>{t(isActive(employee.personId) ? 'firm.active' : 'firm.notActive')}</span>}
                  <Employment firmId={firmId} employee={employee} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}
