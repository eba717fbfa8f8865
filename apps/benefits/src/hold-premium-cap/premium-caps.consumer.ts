import { Inject } from '@nestjs/common';
import { premiumCapOverdue, premiumChosen, premiumOffered, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner, type Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { premium, type Premium } from '../domain/premium';
import { premiumYear, premiumYearIdOf, type PremiumYear } from '../domain/premium-year';
import { shareOfCap, type SettlePremiumCap } from './settle-premium-cap.decider';

/** Tells a person's year what became of each premium, also of those from before there was such a document. It asks the premium itself, which is never behind its events. */
@Consumer('benefits.premium-caps')
export class PremiumCapsConsumer {
  constructor(
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumYear)) private readonly years: AggregateRunner<PremiumYear>,
  ) {}

  @On(premiumOffered, premiumChosen)
  async changed(message: Envelope<{ readonly premiumId: string }>): Promise<void> {
    await this.settle(message.data.premiumId, causeOf(message));
  }

  @On(premiumCapOverdue)
  async look(message: Envelope<DataOf<typeof premiumCapOverdue>>): Promise<void> {
    const { premiumId, attemptId } = message.data;
    await this.settle(premiumId, causeOf(message), attemptId);
  }

  private async settle(premiumId: string, cause: Cause, endedAttemptId?: string): Promise<void> {
    const { state, sequence } = (await this.premiums.load(premiumId))!;
    if (state.status === 'absent') throw new Error(`${premiumId} isn't there, and something became of it`);
    const { personId, year } = state;
    const data: SettlePremiumCap = { personId, year, ...shareOfCap(premiumId, state, sequence), ...(endedAttemptId !== undefined && { endedAttemptId }) };
    await this.years.execute(premiumYearIdOf(data), { type: 'settle-premium-cap', data }, cause);
  }
}
