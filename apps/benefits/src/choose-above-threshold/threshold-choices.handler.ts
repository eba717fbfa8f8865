import { Inject, Injectable } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { account, type Account } from '../domain/account';
import { BY_DEFAULT, type AboveThreshold } from '../domain/threshold-consent';
import { thresholdChoice, thresholdChoiceIdOf, type ThresholdChoice } from './threshold-choice.aggregate';

/** What firms chose for the threshold, as it stands. */
@Injectable()
export class ThresholdChoices {
  constructor(
    @Inject(runnerOf(thresholdChoice)) private readonly choices: AggregateRunner<ThresholdChoice>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  async of(firmId: string): Promise<AboveThreshold> {
    return (await this.choices.load(thresholdChoiceIdOf(firmId)))?.state.aboveThreshold ?? BY_DEFAULT;
  }

  /** Of the firm whose account it is; a missing account has none, and nothing can be had of it. */
  async ofAccount(accountId: string): Promise<AboveThreshold> {
    const found = await this.accounts.load(accountId);
    return found ? this.of(found.state.firmId) : BY_DEFAULT;
  }
}
