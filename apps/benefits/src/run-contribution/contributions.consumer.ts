import { Inject } from '@nestjs/common';
import { contributionAsked, contributionCreditHeld, contributionCreditRefused, contributionPaid, contributionRefused, contributionWithdrawn, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import type { NoteContributionCredit } from '../ask-contribution/ask-contribution.decider';
import { ContributionLimits } from '../check-contribution/contribution-limits.table';
import { graceFrom } from '../claim-rules/claim-rules.table';
import { account, type Account } from '../domain/account';
import { contribution, contributionPersonalOf, type Contribution } from '../domain/contribution';
import type { ReleaseContributionCredit } from '../hold-contribution-credit/end-contribution-credit.decider';
import type { HoldContributionCredit } from '../hold-contribution-credit/hold-contribution-credit.decider';

type AboutContribution = Envelope<{ contributionId: string }>;

/** Leads a contribution through the account that pays it; each step is one guarded write, and a message that comes again changes nothing. */
@Consumer('benefits.contributions')
export class ContributionsConsumer {
  constructor(
    @Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(ContributionLimits) private readonly limits: ContributionLimits,
  ) {}

  @On(contributionAsked)
  async hold(message: Envelope<DataOf<typeof contributionAsked>>): Promise<void> {
    const { contributionId, accountId, amountCents, taxYear } = message.data;
    const { kind, elsewhereCents } = contributionPersonalOf((await this.contributions.load(contributionId))!.personal);
    const limitCents = this.limits.of(kind, taxYear)?.limitCents;
    const data: HoldContributionCredit = { contributionId, kind, amountCents, taxYear, elsewhereCents, ...(limitCents !== undefined && { limitCents }) };
    const said = heldBy(await this.accounts.execute(accountId, { type: 'hold-contribution-credit', data }, causeOf(message)));
    await this.contributions.execute(contributionId, { type: 'note-contribution-credit', data: said }, causeOf(message));
  }

  @On(contributionPaid)
  async spend(message: AboutContribution): Promise<void> {
    const { contributionId } = message.data;
    await this.accounts.execute(await this.accountOf(contributionId), { type: 'spend-contribution-credit', data: { contributionId } }, causeOf(message));
  }

  @On(contributionRefused, contributionWithdrawn)
  async giveBack(message: AboutContribution): Promise<void> {
    const { contributionId } = message.data;
    const data: ReleaseContributionCredit = { contributionId, extendedUntil: graceFrom(message.time) };
    await this.accounts.execute(await this.accountOf(contributionId), { type: 'release-contribution-credit', data }, causeOf(message));
  }

  private async accountOf(contributionId: string): Promise<string> {
    return (await this.contributions.load(contributionId))!.state.accountId;
  }
}

/** What the account said. Throws Error where it said nothing, which can't be. */
function heldBy(outcome: Awaited<ReturnType<AggregateRunner<Account>['execute']>>): NoteContributionCredit {
  if (outcome.kind !== 'done' && outcome.kind !== 'repeated') throw new Error(`holding credit for a contribution is ${outcome.kind}`);
  const last = outcome.events.at(-1);
  if (last?.type === contributionCreditHeld.type) return {};
  if (last?.type !== contributionCreditRefused.type) throw new Error('nothing came of holding credit for a contribution');
  const { code, leftCents } = last.data as DataOf<typeof contributionCreditRefused>;
  return { code, ...(leftCents !== undefined && { leftCents }) };
}
