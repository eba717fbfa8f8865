import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

/** Read once: who answers must not lose what they ticked because the page asked again. */
export const questionnaireQuery = (token: string) =>
  queryOptions({
    queryKey: ['questionnaire', token],
    queryFn: () => bodyOf(client.GET('/api/companies/surveys/{token}', { params: { path: { token } } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const surveysQuery = (firmId: string) =>
  queryOptions({
    queryKey: ['surveys', firmId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/surveys', { params: { path: { firmId }, query: { limit: 20 } }, headers: seeOwnChange('surveys') })),
  });

export const resultsQuery = (firmId: string, surveyId: string) =>
  queryOptions({
    queryKey: ['surveys', firmId, surveyId],
    queryFn: () => bodyOf(client.GET('/api/companies/firms/{firmId}/surveys/{surveyId}', { params: { path: { firmId, surveyId } } })),
  });
