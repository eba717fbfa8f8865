import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Role } from '../api/views';
import { useWords } from './words';

const pages: Readonly<Record<Role, readonly (readonly [path: string, word: string])[]>> = {
  employee: [['/dipendente', 'employee.menuHome'], ['/offerte', 'employee.menuOffers'], ['/simula', 'simulate.menu'], ['/storico', 'employee.menuHistory'], ['/famiglia', 'family.menu'], ['/rimborsi', 'claim.menu'], ['/versamenti', 'fund.menu'], ['/premi', 'premium.menu'], ['/in-scadenza', 'expiry.menu']],
  'firm-admin': [['/impresa', 'firm.menuHome'], ['/impresa/dipendenti', 'firm.menuPeople'], ['/impresa/sedi', 'site.menu'], ['/impresa/turni', 'roster.menu'], ['/impresa/piano', 'firm.menuPlan'], ['/impresa/bandi', 'firm.menuCalls'], ['/impresa/titolare', 'own.menu'], ['/impresa/questionario', 'survey.menu'], ['/impresa/percorso', 'path.menu'], ['/impresa/incarichi', 'mandate.menu'], ['/impresa/ore', 'hours.menu'], ['/impresa/reti', 'network.menu'], ['/impresa/crediti', 'cover.menu'], ['/impresa/paghe', 'payroll.firmMenu'], ['/impresa/premi', 'premium.firmMenu'], ['/impresa/previsione', 'expiry.firmMenu']],
  'provider-admin': [['/cooperativa', 'provider.menuHome'], ['/cooperativa/offerte', 'provider.menuOffers'], ['/cooperativa/rendiconto', 'provider.menuStatement']],
  operator: [['/operatore', 'operator.menuHome'], ['/operatore/fornitori', 'operator.menuProviders'], ['/operatore/consulenti', 'mandate.operatorMenu'], ['/operatore/contatti', 'outreach.menu'], ['/operatore/incontri', 'meeting.menu'], ['/operatore/ore', 'hours.menu'], ['/operatore/reti', 'network.menu'], ['/operatore/bonifici', 'own.officeMenu'], ['/operatore/crediti', 'cover.officeMenu'], ['/operatore/regole', 'rules.menu'], ['/operatore/convalida', 'payroll.validatorsMenu']],
  adviser: [['/consulente', 'mandate.homeMenu'], ['/consulente/incontri', 'meeting.menu']],
  association: [['/associazione', 'mandate.homeMenu'], ['/associazione/incontri', 'meeting.menu']],
  'claims-validator': [['/convalida', 'claim.queueMenu']],
  payroll: [['/paghe', 'payroll.menu']],
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
