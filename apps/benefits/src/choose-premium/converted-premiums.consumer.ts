import { Inject } from '@nestjs/common';
import { premiumChosen, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { creditRun, type CreditRun, type StartRun } from '../credit-people/credit-run.aggregate';

/**
 * Puts what was converted on the person's account by a credit run of one, as credit is always put there: with the firm's money behind it (ADR 0270),
 * and once for each premium, which stands where other runs name their plan.
 */
@Consumer('benefits.converted-premiums')
export class ConvertedPremiumsConsumer {
  constructor(@Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>) {}

  @On(premiumChosen)
  async chosen(message: Envelope<DataOf<typeof premiumChosen>>): Promise<void> {
    const { premiumId, firmId, personId, convertedCents, letter, creditUntil } = message.data;
    if (convertedCents === 0 || letter === undefined) return;
    const lot = { amountCents: convertedCents, letter, origin: 'premio-di-risultato' as const, unit: 'EUR' as const, validFrom: message.time, validUntil: creditUntil };
    const data: StartRun = { planId: premiumId, firmId, lot, personIds: [personId] };
    const outcome = await this.runs.execute(derivedId('run', premiumId), { type: 'start-run', data }, causeOf(message));
    if (outcome.kind === 'refused') throw new Error(`credit of a premium was refused: ${outcome.refusal.code}`);
  }
}
