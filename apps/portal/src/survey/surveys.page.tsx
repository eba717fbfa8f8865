import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { SurveyView } from '../api/views';
import { day } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { OpenSurveyForm } from './open-survey.form';
import { surveysQuery } from './survey.queries';

/** A firm's anonymous surveys: each with the link to hand out while it is open, and its results afterwards. */
export function SurveysPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const surveys = useQuery(surveysQuery(firmId));
  return (
    <Page title={t('survey.firmTitle')} lead={t('survey.firmLead')}>
      <p className="help">{t('survey.firmRule')}</p>
      <Section title={t('survey.open')}><OpenSurveyForm firmId={firmId} /></Section>
      <Section title={t('survey.list')}>
        <Loaded query={surveys}>
          {({ items }) =>
            items.length === 0 ? <Empty>{t('survey.none')}</Empty> : <ul className="rows">{items.map((survey) => <li key={survey.surveyId} className="row-line"><Row survey={survey} /></li>)}</ul>
          }
        </Loaded>
      </Section>
    </Page>
  );
}

function Row({ survey }: { readonly survey: SurveyView }): ReactElement {
  const { t, language } = useWords();
  const isOpen = survey.status === 'open';
  return (
    <>
      <div>
        <strong>{t('survey.openedOn', { day: day(survey.openedOn, language) })}</strong>
        {isOpen && <small>{t('survey.untilDay', { day: day(survey.closesOn, language) })}</small>}
        {isOpen ? <OpenSurvey survey={survey} /> : <p><Link to="/impresa/questionario/$surveyId" params={{ surveyId: survey.surveyId }}>{t('survey.see')}</Link></p>}
      </div>
      <span className={`tag tag-${isOpen ? 'busy' : 'good'}`}>{t(isOpen ? 'survey.isOpen' : 'survey.isClosed')}</span>
    </>
  );
}

function OpenSurvey({ survey: { firmId, surveyId, token } }: { readonly survey: SurveyView }): ReactElement {
  const { t } = useWords();
  const address = `${window.location.origin}/questionario/${token}`;
  const closing = useChange((_: null, key) => writtenTo('surveys', client.POST('/api/companies/firms/{firmId}/surveys/{surveyId}/closure', { params: { path: { firmId, surveyId } }, ...change(key) })), { refreshes: ['surveys'] });
  return (
    <>
      <p>{t('survey.link')}: <a className="survey-link" href={address}>{address}</a></p>
      <ProblemNotice error={closing.error} />
      <p className="help">{t('survey.endWhy')}</p>
      <button type="button" className="btn btn-sm btn-outline-primary" disabled={closing.isPending} onClick={() => closing.mutate(null)}>{t('survey.end')}</button>
    </>
  );
}
