import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, premiumChosen } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeYear } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { premium, type Premium } from '../domain/premium';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { ChoosePremiumDto, PremiumChoiceView } from '../read-premiums/premium.view';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import type { ChoosePremium } from './choose-premium.decider';

@ApiTags('benefits')
@Controller('api/benefits/premiums')
export class ChoosePremiumController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
  ) {}

  /** Chooses how much of the caller's premium becomes credit, whole, in part or nothing: once for all. What is converted is tested against the cap of the year of the choice. */
  @Post(':premiumId/choice')
  @Allow('employee')
  @ApiOkResponse({ type: PremiumChoiceView })
  async choose(@Param('premiumId') premiumId: string, @Body() { convertedCents, letter }: ChoosePremiumDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumChoiceView>> {
    const state = (await this.premiums.load(premiumId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('premium-not-found');
    authorise(benefitsPolicy(who), 'choose', 'Premium', { personId: state.personId });
    const contract = (await this.contracts.load(state.contractId))!.state;
    const year = romeYear(this.ports.ambient.clock.now());
    const capOfChoiceCents = this.rules.of(contract.kind, contract.signedOn, year)?.capCents ?? state.capCents;
    const data: ChoosePremium = { convertedCents, capOfChoiceCents, ...(letter === undefined ? {} : { letter }) };
    const { events, sequence } = decided(await this.premiums.execute(premiumId, { type: 'choose-premium', data }, cause));
    const chosen = events[0]!.data as DataOf<typeof premiumChosen>;
    const body = { premiumId, convertedCents: chosen.convertedCents, favouredCents: chosen.favouredCents, ordinaryCents: chosen.ordinaryCents, ...(chosen.letter !== undefined && { letter: chosen.letter }) };
    return { status: 200, body, position: `${premiumId}:${sequence}` };
  }
}
