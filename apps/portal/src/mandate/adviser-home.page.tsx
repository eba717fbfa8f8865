import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MandatedFirmView } from '../api/views';
import { day } from '../format/dates';
import { municipalityName } from '../format/municipalities';
import { Empty, Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { mandatedFirmsQuery } from './mandate.queries';

type Home = '/consulente' | '/associazione';

/** Where advisers and people of an association begin: the firms that gave them a mandate, what is due first coming first. */
function MandatedFirmsPage({ home }: { readonly home: Home }): ReactElement {
  const { t } = useWords();
  const firms = useQuery(mandatedFirmsQuery);
  return (
    <Page title={t('mandate.homeTitle')} lead={t('mandate.homeLead')}>
      <Loaded query={firms}>
        {({ items }) => (items.length === 0 ? <Empty>{t('mandate.noFirms')}</Empty> : <ul className="rows">{items.map((firm) => <Row key={`${firm.firmId}/${firm.intermediaryId}`} firm={firm} home={home} />)}</ul>)}
      </Loaded>
    </Page>
  );
}

export const AdviserHomePage = (): ReactElement => <MandatedFirmsPage home="/consulente" />;
export const AssociationHomePage = (): ReactElement => <MandatedFirmsPage home="/associazione" />;

function Row({ firm: { firmId, name, municipality, scopes, endsOn, nextStep }, home }: { readonly firm: MandatedFirmView; readonly home: Home }): ReactElement {
  const { t, language } = useWords();
  const link = home === '/consulente' ? <Link to="/consulente/imprese/$firmId" params={{ firmId }}>{name}</Link> : <Link to="/associazione/imprese/$firmId" params={{ firmId }}>{name}</Link>;
  return (
    <li className="row-line">
      <div>
        <strong>{link}</strong> <small>{municipalityName(municipality)}</small>
        <p>{nextStep ? <>{t('mandate.next')}: <span lang="it">{nextStep.title}</span>{nextStep.dueOn !== undefined && `, ${t('mandate.dueOn', { day: day(nextStep.dueOn, language) })}`}</> : t('mandate.allDone')}</p>
        <small>{scopes.map((scope) => t(`mandate.scope.${scope}`)).join('; ')}{endsOn !== undefined && `; ${t('mandate.endsOn', { day: day(endsOn, language) })}`}</small>
      </div>
      {nextStep && <span className={`tag tag-${nextStep.late ? 'bad' : 'busy'}`}>{t(nextStep.late ? 'mandate.late' : `mandate.step.${nextStep.stage}`)}</span>}
    </li>
  );
}
