import { Inject } from '@nestjs/common';
import { premiumChosen, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import type { AddCredit } from '../credit-people/add-credit.decider';
import { account, type Account } from '../domain/account';

/** Puts what was converted on the person's account, as credit is always put there: one lot for each premium, however often the message comes. */
@Consumer('benefits.converted-premiums')
export class ConvertedPremiumsConsumer {
  constructor(@Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>) {}

  @On(premiumChosen)
  async chosen(message: Envelope<DataOf<typeof premiumChosen>>): Promise<void> {
    const { premiumId, firmId, personId, convertedCents, letter, creditUntil } = message.data;
    if (convertedCents === 0 || letter === undefined) return;
    const lot = { amountCents: convertedCents, letter, origin: 'premio-di-risultato' as const, unit: 'EUR' as const, validFrom: message.time, validUntil: creditUntil };
    const data: AddCredit = { firmId, personId, lotId: derivedId('lot', premiumId), lot };
    const outcome = await this.accounts.execute(derivedId('acc', firmId, personId), { type: 'add-credit', data }, causeOf(message));
    if (outcome.kind === 'refused') throw new Error(`credit of a premium was refused: ${outcome.refusal.code}`);
  }
}
