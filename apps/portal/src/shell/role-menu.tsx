import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactElement } from 'react';
import type { Role } from '../api/views';
import { useWords } from './words';

type Pages = readonly (readonly [path: string, word: string])[];

const pages: Readonly<Record<Role, Pages>> = {
  employee: [['/dipendente', 'employee.menuHome'], ['/offerte', 'employee.menuOffers'], ['/simula', 'simulate.menu'], ['/storico', 'employee.menuHistory'], ['/famiglia', 'family.menu'], ['/rimborsi', 'claim.menu'], ['/versamenti', 'fund.menu'], ['/premi', 'premium.menu'], ['/in-scadenza', 'expiry.menu']],
  'firm-admin': [['/impresa', 'firm.menuHome']],
  'provider-admin': [['/cooperativa', 'provider.menuHome'], ['/cooperativa/offerte', 'provider.menuOffers'], ['/cooperativa/rendiconto', 'provider.menuStatement']],
  operator: [['/operatore', 'operator.menuHome'], ['/operatore/fornitori', 'operator.menuProviders'], ['/operatore/consulenti', 'mandate.operatorMenu'], ['/operatore/contatti', 'outreach.menu'], ['/operatore/incontri', 'meeting.menu'], ['/operatore/ore', 'hours.menu'], ['/operatore/reti', 'network.menu'], ['/operatore/bonifici', 'own.officeMenu'], ['/operatore/crediti', 'cover.officeMenu'], ['/operatore/regole', 'rules.menu'], ['/operatore/convalida', 'payroll.validatorsMenu']],
  adviser: [['/consulente', 'mandate.homeMenu'], ['/consulente/incontri', 'meeting.menu']],
  association: [['/associazione', 'mandate.homeMenu'], ['/associazione/incontri', 'meeting.menu']],
  'claims-validator': [['/convalida', 'claim.queueMenu']],
  payroll: [['/paghe', 'payroll.menu']],
};

/** Of roles with too many pages to read through: by what somebody has in mind. */
const groups: Readonly<Partial<Record<Role, readonly (readonly [word: string, pages: Pages])[]>>> = {
  'firm-admin': [
    ['shell.groupPeople', [['/impresa/dipendenti', 'firm.menuPeople'], ['/impresa/sedi', 'site.menu'], ['/impresa/turni', 'roster.menu'], ['/impresa/questionario', 'survey.menu']]],
    ['shell.groupCredit', [['/impresa/piano', 'firm.menuPlan'], ['/impresa/crediti', 'cover.menu'], ['/impresa/premi', 'premium.firmMenu'], ['/impresa/paghe', 'payroll.firmMenu'], ['/impresa/previsione', 'expiry.firmMenu']]],
    ['shell.groupCalls', [['/impresa/bandi', 'firm.menuCalls'], ['/impresa/percorso', 'path.menu'], ['/impresa/incarichi', 'mandate.menu']]],
    ['shell.groupTime', [['/impresa/titolare', 'own.menu'], ['/impresa/ore', 'hours.menu'], ['/impresa/reti', 'network.menu']]],
  ],
};

/** The pages of each role that the person has. Where they are in groups, a narrow window shows them behind a button, or they would fill it. */
export function RoleMenu({ roles }: { readonly roles: readonly Role[] }): ReactElement {
  const { t } = useWords();
  const id = useId();
  const [isOpen, open] = useState(false);
  const distinct = [...new Set(roles)];
  const grouped = distinct.flatMap((role) => groups[role] ?? []);
  return (
    <nav className="role-menu" aria-label={t('shell.menu')}>
      {grouped.length > 0 && (
        <button type="button" className="role-menu-toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => open(!isOpen)}>
          {t('shell.openMenu')}
        </button>
      )}
      <div id={id} className={`role-menu-pages container${grouped.length > 0 && !isOpen ? ' is-closed' : ''}`}>
        <Links pages={distinct.flatMap((role) => pages[role])} chosen={() => open(false)} />
        {grouped.map(([word, ofGroup]) => <Links key={word} title={t(word)} pages={ofGroup} chosen={() => open(false)} />)}
      </div>
    </nav>
  );
}

interface LinksProps {
  readonly title?: string;
  readonly pages: Pages;
  readonly chosen: () => void;
}

function Links({ title, pages: shown, chosen }: LinksProps): ReactElement {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="role-menu-group">
      {title && <p id={id}>{title}</p>}
      <ul aria-labelledby={title && id}>
        {shown.map(([path, word]) => (
          <li key={path}>
            <Link to={path} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }} onClick={chosen}>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
