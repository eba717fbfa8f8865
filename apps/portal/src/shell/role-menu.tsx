import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Role } from '../api/views';
import { useWords } from './words';

const pages: Readonly<Record<Role, readonly (readonly [path: string, word: string])[]>> = {
  employee: [['/dipendente', 'employee.menuHome'], ['/offerte', 'employee.menuOffers'], ['/storico', 'employee.menuHistory']],
  'firm-admin': [['/impresa', 'firm.menuHome'], ['/impresa/dipendenti', 'firm.menuPeople'], ['/impresa/piano', 'firm.menuPlan'], ['/impresa/bandi', 'firm.menuCalls'], ['/impresa/questionario', 'survey.menu']],
  'provider-admin': [['/cooperativa', 'provider.menuHome'], ['/cooperativa/offerte', 'provider.menuOffers'], ['/cooperativa/rendiconto', 'provider.menuStatement']],
  operator: [['/operatore', 'operator.menuHome'], ['/operatore/fornitori', 'operator.menuProviders']],
};

/** The pages of each role that the person has. */
export function RoleMenu({ roles }: { readonly roles: readonly Role[] }): ReactElement {
  const { t } = useWords();
  const distinct = [...new Set(roles)];
  return (
    <nav className="role-menu" aria-label={t('shell.menu')}>
      <ul className="container">
        {distinct.flatMap((role) =>
          pages[role].map(([path, word]) => (
            <li key={path}>
              <Link to={path} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
                {t(word)}
              </Link>
            </li>
          )),
        )}
      </ul>
    </nav>
  );
}
