import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, Envelope, premiumCapHeld, premiumChosen } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeYear, type Cents, type JsonObject } from '@salvatempo/kernel';
import { causeOf, type AggregateRunner, type Cause, type Outcome } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { capLeftOf, premium, type Premium } from '../domain/premium';
import { premiumYear, premiumYearIdOf, type PremiumYear } from '../domain/premium-year';
import type { HoldPremiumCap, ReleasePremiumCap } from '../hold-premium-cap/hold-premium-cap.decider';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { ChoosePremiumDto, PremiumChoiceView } from '../read-premiums/premium.view';
import { PremiumsElsewhere } from '../read-premiums/premiums-elsewhere.handler';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import { choiceOf, type ChoosePremium } from './choose-premium.decider';

type Given = Exclude<Premium, { status: 'absent' }>;
type Personal = Readonly<Record<string, unknown>> | undefined;

@ApiTags('benefits')
@Controller('api/benefits/premiums')
export class ChoosePremiumController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumYear)) private readonly years: AggregateRunner<PremiumYear>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
    @Inject(PremiumsElsewhere) private readonly elsewhere: PremiumsElsewhere,
  ) {}

  /** Chooses how much of the caller's premium becomes credit, whole, in part or nothing: once for all. What is converted is tested against the cap of the year of the choice, less what other employers used of it. */
  @Post(':premiumId/choice')
  @Allow('employee')
  @ApiOkResponse({ type: PremiumChoiceView })
  async choose(@Param('premiumId') premiumId: string, @Body() body: ChoosePremiumDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PremiumChoiceView>> {
    const found = await this.premiums.load(premiumId);
    const state = found?.state;
    if (!state || state.status === 'absent') throw new ProblemError('premium-not-found');
    authorise(benefitsPolicy(who), 'choose', 'Premium', { personId: state.personId });
    const outcome = (await this.premiums.earlier(premiumId, cause)) ?? (await this.choice(state, found.personal, body, cause));
    const { events, sequence } = decided(outcome);
    const chosen = events[0]!.data as DataOf<typeof premiumChosen>;
    const { convertedCents, favouredCents, ordinaryCents } = chosen;
    const otherEmployersCents = chosen.otherEmployersCents ?? 0;
    const left = { otherEmployersCents, capLeftCents: Math.max(0, capLeftOf({ ...state, otherEmployersCents }) - convertedCents - favouredCents) };
    const answer = { premiumId, convertedCents, favouredCents, ordinaryCents, ...left, ...(chosen.letter !== undefined && { letter: chosen.letter }) };
    return { status: 200, body: answer, position: `${premiumId}:${sequence}` };
  }

  /** Two writes: the person's year sets aside what the choice uses of the cap, then the premium is chosen. What lies between them is looked after by the year (ADR 0295). */
  private async choice(state: Given, personal: Personal, { letter, otherEmployersCents, incomeAbove, ...body }: ChoosePremiumDto, cause: Cause): Promise<Outcome<Premium>> {
    const { premiumId, personId, year, convertibleCents, capCents } = state;
    const contract = (await this.contracts.load(state.contractId))!.state;
    const at = this.ports.ambient.clock.now();
    const capOfChoiceCents = this.rules.of(contract.kind, contract.signedOn, romeYear(at))?.capCents ?? state.capCents;
    const others = await this.elsewhere.of(state);
    const choiceWith = (knownCents: Cents): Omit<ChoosePremium, 'heldCents' | 'chooseBy'> => ({
      ...body,
      capOfChoiceCents,
      ...(letter === undefined ? {} : { letter }),
      ...(otherEmployersCents === undefined && knownCents === 0 ? {} : { otherEmployersCents: Math.max(knownCents, otherEmployersCents ?? 0) }),
      ...(incomeAbove === undefined ? {} : { incomeAbove }),
    });
    const choose = (knownCents: Cents, held: Pick<ChoosePremium, 'heldCents' | 'chooseBy'>): Promise<Outcome<Premium>> =>
      this.premiums.execute(premiumId, { type: 'choose-premium', data: { ...choiceWith(knownCents), ...held } }, cause);
    const would = choiceOf(choiceWith(others.usedCents), state, { at, ...(personal && { personal: personal as JsonObject }) });
    // What can't be chosen holds nothing: the premium itself says no.
    if (!would.ok) return choose(others.usedCents, { heldCents: 0, chooseBy: at });
    const attempt = { personId, year, premiumId, attemptId: derivedId('cho', premiumId, cause.id) };
    const wantedCents = incomeAbove ? 0 : state.favoured ? state.amountCents : body.convertedCents;
    const hold: HoldPremiumCap = { ...attempt, convertedCents: body.convertedCents, wantedCents, convertibleCents, capCents, capOfChoiceCents, declaredCents: otherEmployersCents ?? 0, known: others.known };
    const held = await this.hold(hold, cause);
    const outcome = await choose(held.data.knownCents, held.data);
    if (outcome.kind === 'refused') await this.years.execute(premiumYearIdOf(attempt), { type: 'release-premium-cap', data: attempt satisfies ReleasePremiumCap }, causeOf(held));
    return outcome;
  }

  /** Throws ProblemError `premium-above-cap`, or `premium-changing` where a choice of the premium is being made, or this attempt's hold was ended. */
  private async hold(data: HoldPremiumCap, cause: Cause): Promise<Envelope<DataOf<typeof premiumCapHeld>>> {
    const { events, state } = decided(await this.years.execute(premiumYearIdOf(data), { type: 'hold-premium-cap', data }, cause));
    if (state.shares[data.premiumId]?.hold?.attemptId !== data.attemptId) throw new ProblemError('premium-changing');
    return events.at(-1) as Envelope<DataOf<typeof premiumCapHeld>>;
  }
}
