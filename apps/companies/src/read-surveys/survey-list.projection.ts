import { surveyOpened, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface SurveyRow extends Pick<DataOf<typeof surveyOpened>, 'surveyId' | 'firmId'> {
  readonly openedAt: string;
}

/** A firm's surveys by the time of their opening; how each stands is in its document. */
export const surveyList: Projection<SurveyRow> = {
  model: { name: 'companies.survey-list', indexes: [] },
  prefix: 'svy',
  on: {
    [surveyOpened.type]: (_, event) => {
      const { surveyId, firmId } = event.data as DataOf<typeof surveyOpened>;
      return { surveyId, firmId, openedAt: event.time };
    },
  },
  place: (row) => ({ tenant: row.firmId, order: `${row.openedAt}/${row.surveyId}`, indexed: {} }),
};
