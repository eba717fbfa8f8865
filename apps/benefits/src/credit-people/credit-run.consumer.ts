import { Inject } from '@nestjs/common';
import { creditRunReleased, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { lotIdOf } from '../domain/firm-cover';
import { creditRun, type CreditRun } from './credit-run.aggregate';

/** Applies a credit run that has its cover: each account once, however often the message comes; then the run is complete. */
@Consumer('benefits.credit-runs')
export class CreditRunConsumer {
  constructor(
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
  ) {}

  @On(creditRunReleased)
  async released(message: Envelope<DataOf<typeof creditRunReleased>>): Promise<void> {
    const { runId } = message.data;
    const state = (await this.runs.load(runId))?.state;
    if (state?.status !== 'running') return;
    const { firmId, lot } = state;
    for (const personId of state.personIds) {
      const data = { firmId, personId, lotId: lotIdOf(runId, personId), lot: { ...lot, runId } };
      const outcome = await this.accounts.execute(derivedId('acc', firmId, personId), { type: 'add-credit', data }, causeOf(message));
      if (outcome.kind === 'refused') throw new Error(`credit for an account was refused: ${outcome.refusal.code}`);
    }
    await this.runs.execute(runId, { type: 'complete-run', data: {} }, causeOf(message));
  }
}
