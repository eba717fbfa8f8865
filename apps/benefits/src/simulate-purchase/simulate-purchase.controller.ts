import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeYear } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { SuspendedCredit } from '../cover-credit/suspended-credit.handler';
import { ThresholdChoices } from '../choose-above-threshold/threshold-choices.handler';
import { account, type Account } from '../domain/account';
import { ownAccountId } from '../read-accounts/own-account.id';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import { simulate } from './simulate-purchase.handler';
import { SimulatePurchaseDto, SimulationView } from './simulate-purchase.dto';

@ApiTags('benefits')
@Controller('api/benefits/accounts/mine/simulation')
export class SimulatePurchaseController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(SuspendedCredit) private readonly suspended: SuspendedCredit,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
    private readonly choices: ThresholdChoices,
  ) {}

  /** What a purchase would do, before anyone buys: allowed or not and why, which lots would pay, how the tax year would stand. Nothing is set aside. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: SimulationView })
  async one(@Query() { firmId, letter, amountCents, minutes, benefitValueCents = amountCents }: SimulatePurchaseDto, @Who() who: Principal): Promise<SimulationView> {
    const found = await this.accounts.load(ownAccountId(who, firmId));
    if (!found) throw new ProblemError('account-not-found');
    const at = this.ports.ambient.clock.now();
    const suspended = await this.suspended.of(found.state);
    // The tax period is the year of the choice (docs/rules): it would be made now.
    const { lots, explanation, ...outcome } = simulate(found.state, { letter, amountCents, ...(minutes !== undefined && { minutes }), benefitValueCents, taxYear: romeYear(at), ...suspended }, at, this.rules, await this.choices.of(found.state.firmId));
    return { ...outcome, lots: [...lots], explanation: [...explanation] };
  }
}
