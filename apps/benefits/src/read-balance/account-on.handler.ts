import { Inject, Injectable } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import { endOfRomeDay, evolve, romeDate, type Instant } from '@salvatempo/kernel';
import { collectionOf, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { accountAggregate } from '../account.aggregate';
import { account, type Account } from '../domain/account';

const AT_ONCE = 500;
/** Entries that are read again for one answer at most. */
const MOST = 100_000;

export interface AccountOn {
  readonly state: Account;
  /** The last instant that the answer is about. */
  readonly at: Instant;
}

/** How an account stood at the end of a day: its ledger lived through once more. Today and later it is as it stands. */
@Injectable()
export class AccountOnDay {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  /** Throws ProblemError `account-not-found`, and `balance-too-long` for a ledger that no answer can read. */
  async on(accountId: string, day: string): Promise<AccountOn> {
    const now = this.ports.ambient.clock.now();
    if (day >= romeDate(now)) {
      const found = await this.accounts.load(accountId);
      if (!found) throw new ProblemError('account-not-found');
      return { state: found.state, at: day === romeDate(now) ? now : endOfRomeDay(day) };
    }
    return { state: await this.livedThrough(accountId, endOfRomeDay(day)), at: endOfRomeDay(day) };
  }

  private async livedThrough(accountId: string, until: Instant): Promise<Account> {
    const source = { collection: collectionOf(account), id: accountId };
    let state: Account = account.initial;
    for (let sequence = 0; sequence < MOST; ) {
      const entries = await this.ports.store.journal.history(source, sequence, AT_ONCE);
      for (const { body } of entries) {
        const { type, data, time } = JSON.parse(body) as Envelope;
        if (time > until) return state;
        state = evolve(accountAggregate, state, { type, data });
      }
      if (entries.length < AT_ONCE) return state;
      sequence = entries.at(-1)!.sequence!;
    }
    throw new ProblemError('balance-too-long');
  }
}
