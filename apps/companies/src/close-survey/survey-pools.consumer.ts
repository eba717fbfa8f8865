import { Inject } from '@nestjs/common';
import { surveyClosed, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { surveyPool, type SurveyPool } from '../domain/survey-pool';
import type { PoolSurvey } from './pool-survey.decider';

/** Brings a survey of too few answers to those of its network, association or Comune. */
@Consumer('companies.survey-pools')
export class SurveyPoolsConsumer {
  constructor(@Inject(runnerOf(surveyPool)) private readonly pools: AggregateRunner<SurveyPool>) {}

  @On(surveyClosed)
  async closed(message: Envelope<DataOf<typeof surveyClosed>>): Promise<void> {
    const { surveyId, firmId, answers, pool } = message.data;
    if (pool === undefined) return;
    const data: PoolSurvey = { surveyId, firmId, answers };
    await this.pools.execute(pool.poolId, { type: 'pool-survey', data }, causeOf(message));
  }
}
