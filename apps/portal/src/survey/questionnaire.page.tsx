import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { day } from '../format/dates';
import { Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { problemOf } from '../api/problem';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { QuestionnaireForm, type Given } from './questionnaire.form';
import { questionnaireQuery } from './survey.queries';

/** Where somebody answers by the link alone: nobody is asked who they are. */
export function QuestionnairePage({ token }: { readonly token: string }): ReactElement {
  const { t, language } = useWords();
  const questionnaire = useQuery(questionnaireQuery(token));
  const sending = useChange((answers: Given, key) => bodyOf(client.POST('/api/companies/surveys/{token}/answers', { params: { path: { token } }, body: { answers }, ...change(key) })));
  if (sending.isSuccess) return <Said title={t('survey.sent')} text={t('survey.sentText')} />;
  const code = questionnaire.error && problemOf(questionnaire.error).code;
  if (code === 'survey-closed') return <Said title={t('survey.closed')} text={t('survey.closedText')} />;
  if (code === 'survey-not-found') return <Said title={t('survey.unknown')} text={t('survey.unknownText')} />;
  const { data } = questionnaire;
  if (!data) return <Page title={t('survey.waiting')} narrow><Loaded query={questionnaire}>{() => null}</Loaded></Page>;
  return (
    <Page title={t('survey.title')} lead={t('survey.lead', { firm: data.firmName, day: day(data.closesOn, language) })} narrow>
      <p>{t('survey.anonymous')}</p>
      <QuestionnaireForm questions={data.questions} busy={sending.isPending} problem={sending.error} onSend={(given) => sending.mutate(given)} />
    </Page>
  );
}

/** What there is to say instead of the questions; a page of its own, so that it is read out. */
function Said({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  return <Page key={title} title={title} narrow><p>{text}</p></Page>;
}
