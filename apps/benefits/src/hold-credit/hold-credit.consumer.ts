import { Inject } from '@nestjs/common';
import { holdCredit, pinCredit, releaseCredit, spendCredit, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { SuspendedCredit } from '../cover-credit/suspended-credit.handler';
import { graceFrom } from '../claim-rules/claim-rules.table';
import { ThresholdChoices } from '../choose-above-threshold/threshold-choices.handler';
import { account, THRESHOLD_LETTER, type Account } from '../domain/account';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';

type AccountCommand = Envelope<{ accountId: string; purchaseId: string }>;

/** What purchases ask of accounts. */
@Consumer('benefits.purchase-commands')
export class HoldCreditConsumer {
  constructor(
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(SuspendedCredit) private readonly suspended: SuspendedCredit,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
    private readonly choices: ThresholdChoices,
  ) {}

  @On(holdCredit)
  async hold(message: Envelope<DataOf<typeof holdCredit>>): Promise<void> {
    const { accountId, letter, taxYear } = message.data;
    const suspended = await this.suspended.of((await this.accounts.load(accountId))?.state);
    const thresholds = this.rules.of(taxYear);
    const isLimited = thresholds !== undefined && letter === THRESHOLD_LETTER;
    const choice = isLimited ? { aboveThreshold: await this.choices.ofAccount(accountId) } : {};
    return this.decide(message, { ...message.data, ...(thresholds && { thresholds }), ...choice, ...suspended });
  }

  /** Credit that expired while a purchase held it comes back with a grace period. */
  @On(releaseCredit)
  release(message: AccountCommand): Promise<void> {
    return this.decide(message, { ...message.data, extendedUntil: graceFrom(message.time) });
  }

  @On(pinCredit, spendCredit)
  follow(message: AccountCommand): Promise<void> {
    return this.decide(message, message.data);
  }

  private async decide(message: AccountCommand, data: object): Promise<void> {
    // A business "no" is an event; no command of a purchase is refused.
    await this.accounts.execute(message.data.accountId, { type: message.type, data }, causeOf(message));
  }
}
