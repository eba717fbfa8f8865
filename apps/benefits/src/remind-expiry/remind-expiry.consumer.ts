import { Inject } from '@nestjs/common';
import { claimCreditDebited, claimCreditReleased, contributionCreditReleased, creditAdded, creditReleased, expiryReminderDue, residueSettled, runOutBegun, runOutEnded, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { expiryReminders, remindersIdOf, type ExpiryReminders } from './expiry-reminders.aggregate';
import type { FollowExpiry } from './follow-expiry.decider';
import type { AnnounceExpiry } from './remind-expiry.decider';

/** Looks after what expires: each lot when it comes, goes on, lives on or ends otherwise, and when it is time what is left of it. */
@Consumer('benefits.expiry-reminders')
export class RemindExpiryConsumer {
  constructor(
    @Inject(runnerOf(expiryReminders)) private readonly reminders: AggregateRunner<ExpiryReminders>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  @On(creditAdded)
  added(message: Envelope<DataOf<typeof creditAdded>>): Promise<void> {
    const { personId, accountId, lotId, lot } = message.data;
    return this.follow(message, { personId, accountId, lots: [{ lotId, validUntil: lot.validUntil }] });
  }

  @On(creditReleased, claimCreditReleased, claimCreditDebited, contributionCreditReleased)
  async livesOn(message: Envelope<Pick<DataOf<typeof creditReleased>, 'accountId' | 'extendedLotIds' | 'extendedUntil'>>): Promise<void> {
    const { accountId, extendedLotIds = [], extendedUntil } = message.data;
    if (extendedLotIds.length === 0 || extendedUntil === undefined) return;
    const { personId } = (await this.accounts.load(accountId))!.state;
    await this.follow(message, { personId, accountId, lots: extendedLotIds.map((lotId) => ({ lotId, validUntil: extendedUntil })) });
  }

  /** What was left of a lot went, or goes on in another one until another day. */
  @On(residueSettled)
  settled(message: Envelope<DataOf<typeof residueSettled>>): Promise<void> {
    const { personId, accountId, lotId, to } = message.data;
    return this.follow(message, { personId, accountId, lots: to ? [{ lotId: to.lotId, validUntil: to.lot.validUntil }] : [], goneLotId: lotId });
  }

  @On(runOutBegun, runOutEnded)
  ends(message: Envelope<DataOf<typeof runOutEnded>>): Promise<void> {
    const { personId, accountId, lots } = message.data;
    return this.follow(message, { personId, accountId, lots });
  }

  @On(expiryReminderDue)
  async due(message: Envelope<DataOf<typeof expiryReminderDue>>): Promise<void> {
    const { remindersId, dueOn, lots } = message.data;
    const left: AnnounceExpiry['left'][number][] = [];
    for (const accountId of new Set(lots.map((lot) => lot.accountId))) {
      const open = (await this.accounts.load(accountId))?.state.lots ?? [];
      for (const { lotId } of lots.filter((lot) => lot.accountId === accountId)) {
        const lot = open.find((one) => one.lotId === lotId);
        if (lot) left.push({ validUntil: lot.validUntil, amountCents: lot.freeCents, minutes: lot.hours?.freeMinutes ?? 0 });
      }
    }
    const data: AnnounceExpiry = { dueOn, left };
    await this.reminders.execute(remindersId, { type: 'announce-expiry', data }, causeOf(message));
  }

  private async follow(message: Envelope<object>, data: FollowExpiry): Promise<void> {
    await this.reminders.execute(remindersIdOf(data.personId), { type: 'follow-expiry', data }, causeOf(message));
  }
}
