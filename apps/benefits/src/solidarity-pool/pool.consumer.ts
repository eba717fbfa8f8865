import { Inject } from '@nestjs/common';
import { poolDrawn, residueSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { creditRun, type CreditRun } from '../credit-people/credit-run.aggregate';
import { poolIdOf, solidarityPool, type SolidarityPool } from './solidarity-pool.aggregate';

/** Brings residue to the pool of its firm, and what is drawn from it to people: each message once. */
@Consumer('benefits.solidarity-pools')
export class PoolConsumer {
  constructor(
    @Inject(runnerOf(solidarityPool)) private readonly pools: AggregateRunner<SolidarityPool>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
  ) {}

  @On(residueSettled)
  async fill(message: Envelope<DataOf<typeof residueSettled>>): Promise<void> {
    const { policy, firmId, planId, amountCents } = message.data;
    if (policy === 'solidarity-pool') await this.pools.execute(poolIdOf(firmId), { type: 'fill-pool', data: { firmId, planId, amountCents } }, causeOf(message));
  }

  @On(poolDrawn)
  async give(message: Envelope<DataOf<typeof poolDrawn>>): Promise<void> {
    const { runId, planId, firmId, lot, personIds } = message.data;
    const outcome = await this.runs.execute(runId, { type: 'start-run', data: { planId, firmId, lot, personIds } }, causeOf(message));
    if (outcome.kind === 'refused') throw new Error(`credit from a pool was refused: ${outcome.refusal.code}`);
  }
}
