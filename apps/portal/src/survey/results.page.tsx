import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { QuestionCounts } from '../api/views';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { resultsQuery } from './survey.queries';

/** What people answered, as far as it may be read, and whose answers these are. */
export function ResultsPage({ surveyId }: { readonly surveyId: string }): ReactElement {
  const { t } = useWords();
  const results = useQuery(resultsQuery(useOrganisation('firm-admin'), surveyId));
  return (
    <Page title={t('survey.results')}>
      <Loaded query={results}>
        {({ scope, answers = 0, questions = [] }) => (
          <>
            <p className="lead">{t(`survey.scopes.${scope ?? 'none'}`, { n: answers })}</p>
            {questions.map((question) => <Counts key={question.code} question={question} answers={answers} />)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Most chosen first. */
function Counts({ question: { text, choices }, answers }: { readonly question: QuestionCounts; readonly answers: number }): ReactElement {
  const { t } = useWords();
  return (
    <Section title={text}>
      <ul className="rows">
        {[...choices].sort((a, b) => b.count - a.count).map(({ code, text: choice, count }) => (
          <li key={code} className="row-line">
            <span lang="it">{choice}</span>
            <strong>{t('survey.count', { n: count, all: answers })}</strong>
          </li>
        ))}
      </ul>
    </Section>
  );
}
