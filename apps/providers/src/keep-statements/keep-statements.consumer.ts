import { Inject } from '@nestjs/common';
import { purchaseSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { monthOf, statement, statementIdOf, type Statement } from '../domain/statement';
import type { AddEntry } from './add-entry.decider';

/** Puts each settled purchase on the statement of its provider and month. */
@Consumer('providers.statements')
export class KeepStatementsConsumer {
  constructor(@Inject(runnerOf(statement)) private readonly statements: AggregateRunner<Statement>) {}

  @On(purchaseSettled)
  async settled(message: Envelope<DataOf<typeof purchaseSettled>>): Promise<void> {
    const { providerId, purchaseId, totalCents, settledAt } = message.data;
    const month = monthOf(settledAt);
    const data: AddEntry = { providerId, month, purchaseId, amountCents: totalCents };
    await this.statements.execute(statementIdOf(providerId, month), { type: 'add-statement-entry', data }, causeOf(message));
  }
}
