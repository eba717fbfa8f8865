import { Inject } from '@nestjs/common';
import { claimCreditDebited, claimCreditReleased, creditAdded, expiryReminderDue, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { expiryReminders, remindersIdOf, type ExpiryReminders } from './expiry-reminders.aggregate';
import type { FollowExpiry } from './follow-expiry.decider';
import type { AnnounceExpiry } from './remind-expiry.decider';

/** Looks after what expires: each lot when it comes or lives on, and when it is time what is left of it. */
@Consumer('benefits.expiry-reminders')
export class RemindExpiryConsumer {
  constructor(
    @Inject(runnerOf(expiryReminders)) private readonly reminders: AggregateRunner<ExpiryReminders>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  @On(creditAdded)
  added(message: Envelope<DataOf<typeof creditAdded>>): Promise<void> {
    const { personId, accountId, lotId, lot } = message.data;
    return this.follow(message, { personId, accountId, lotId, validUntil: lot.validUntil });
  }

  @On(claimCreditReleased, claimCreditDebited)
  async livesOn(message: Envelope<DataOf<typeof claimCreditReleased>>): Promise<void> {
    const { accountId, extendedLotIds, extendedUntil } = message.data;
    if (extendedLotIds.length === 0) return;
    const { personId } = (await this.accounts.load(accountId))!.state;
    for (const lotId of extendedLotIds) await this.follow(message, { personId, accountId, lotId, validUntil: extendedUntil });
  }

  @On(expiryReminderDue)
  async due(message: Envelope<DataOf<typeof expiryReminderDue>>): Promise<void> {
    const { remindersId, dueOn, lots } = message.data;
    const left: AnnounceExpiry['left'][number][] = [];
    for (const accountId of new Set(lots.map((lot) => lot.accountId))) {
      const open = (await this.accounts.load(accountId))?.state.lots ?? [];
      for (const { lotId, validUntil } of lots.filter((lot) => lot.accountId === accountId)) left.push({ validUntil, amountCents: open.find((lot) => lot.lotId === lotId)?.freeCents ?? 0 });
    }
    const data: AnnounceExpiry = { dueOn, left };
    await this.reminders.execute(remindersId, { type: 'announce-expiry', data }, causeOf(message));
  }

  private async follow(message: Envelope<object>, data: FollowExpiry): Promise<void> {
    await this.reminders.execute(remindersIdOf(data.personId), { type: 'follow-expiry', data }, causeOf(message));
  }
}
