import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, premiumChosen } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeYear } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { capLeftOf, premium, type Premium } from '../domain/premium';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { ChoosePremiumDto, PremiumChoiceView } from '../read-premiums/premium.view';
import { PremiumsElsewhere } from '../read-premiums/premiums-elsewhere.handler';
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
    @Inject(PremiumsElsewhere) private readonly elsewhere: PremiumsElsewhere,
  ) {}

  /** Chooses how much of the caller's premium becomes credit, whole, in part or nothing: once for all. What is converted is tested against the cap of the year of the choice, less what other employers used of it. */
  @Post(':premiumId/choice')
  @Allow('employee')
  @ApiOkResponse({ type: PremiumChoiceView })
  async choose(@Param('premiumId') premiumId: string, @Body() { letter, otherEmployersCents, incomeAbove, ...body }: ChoosePremiumDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumChoiceView>> {
    const state = (await this.premiums.load(premiumId))?.state;
    if (!state || state.status === 'absent') throw new ProblemError('premium-not-found');
    authorise(benefitsPolicy(who), 'choose', 'Premium', { personId: state.personId });
    const contract = (await this.contracts.load(state.contractId))!.state;
    const year = romeYear(this.ports.ambient.clock.now());
    const capOfChoiceCents = this.rules.of(contract.kind, contract.signedOn, year)?.capCents ?? state.capCents;
    const knownCents = await this.elsewhere.of(state);
    const others = otherEmployersCents === undefined && knownCents === 0 ? {} : { otherEmployersCents: Math.max(knownCents, otherEmployersCents ?? 0) };
    const data: ChoosePremium = { ...body, capOfChoiceCents, ...(letter === undefined ? {} : { letter }), ...others, ...(incomeAbove === undefined ? {} : { incomeAbove }) };
    const { events, sequence } = decided(await this.premiums.execute(premiumId, { type: 'choose-premium', data }, cause));
    const chosen = events[0]!.data as DataOf<typeof premiumChosen>;
    const { convertedCents, favouredCents, ordinaryCents } = chosen;
    const left = { otherEmployersCents: chosen.otherEmployersCents ?? 0, capLeftCents: Math.max(0, capLeftOf({ ...state, ...others }) - convertedCents - favouredCents) };
    const answer = { premiumId, convertedCents, favouredCents, ordinaryCents, ...left, ...(chosen.letter !== undefined && { letter: chosen.letter }) };
    return { status: 200, body: answer, position: `${premiumId}:${sequence}` };
  }
}
