import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { formatEuro } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { capLeftOf, premium, whyOf, type Premium, type PremiumCap } from '../domain/premium';
import { PremiumRules, type PremiumRuleRow } from '../premium-rules/premium-rules.table';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import { explainedComparison } from './premium-comparison.view';
import { firmPremiums, ownPremiums, type PremiumRow } from './premium-lists.projection';
import { PremiumsElsewhere } from './premiums-elsewhere.handler';
import { ComparisonQueryDto, PremiumComparisonView, PremiumPage, PremiumRowPage, PremiumsQueryDto, PremiumView } from './premium.view';

type Given = Exclude<Premium, { status: 'absent' }>;

@ApiTags('benefits')
@Controller('api/benefits/premiums')
export class ReadPremiumsController {
  constructor(
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(readerOf(ownPremiums)) private readonly own: RowReader<PremiumRow>,
    @Inject(readerOf(firmPremiums)) private readonly ofFirm: RowReader<PremiumRow>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
    @Inject(PremiumsElsewhere) private readonly elsewhere: PremiumsElsewhere,
  ) {}

  /** The caller's own premiums: what may become credit, and the same amount as money and as credit, side by side. */
  @Get('mine')
  @Allow('employee')
  @ApiOkResponse({ type: PremiumPage })
  async mine(@Query() { limit, after }: PageQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PremiumPage> {
    await this.own.caughtUp(positionOf(position));
    const { items, next } = await this.own.page({ tenancy: { tenant: who.personId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    const views = await Promise.all(items.map(({ premiumId }) => this.view(premiumId)));
    return { items: views, ...(next === undefined ? {} : { next }) };
  }

  /** The firm's premiums: what each person has of it as credit and as money, once they chose. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: PremiumRowPage })
  async all(@Query() { firmId, limit, after }: PremiumsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PremiumRowPage> {
    authorise(benefitsPolicy(who), 'read', 'Premium', { firmId });
    await this.ofFirm.caughtUp(positionOf(position));
    const { items, next } = await this.ofFirm.page({ tenancy: { tenant: firmId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    return { items: [...items], ...(next === undefined ? {} : { next }) };
  }

  /** So much of a premium as money and as credit, side by side: a comparison, no advice. */
  @Get(':premiumId/comparison')
  @Allow('employee')
  @ApiOkResponse({ type: PremiumComparisonView })
  async comparison(@Param('premiumId') premiumId: string, @Query() { convertedCents, otherEmployersCents = 0 }: ComparisonQueryDto, @Who() who: Principal): Promise<PremiumComparisonView> {
    const found = await this.premiums.load(premiumId);
    if (!found || found.state.status === 'absent') throw new ProblemError('premium-not-found');
    authorise(benefitsPolicy(who), 'choose', 'Premium', { personId: found.state.personId });
    const cap = await this.capOf(found.state, otherEmployersCents);
    const mostCents = Math.min(found.state.convertibleCents, capLeftOf(cap));
    if (convertedCents > mostCents) throw new ProblemError('premium-above-cap', { params: { mostCents, mostEuro: formatEuro(mostCents) } });
    return explainedComparison(convertedCents, { ...found.state, ...cap }, whyOf(found.personal), await this.ruleOf(found.state), this.rules.termsOf(found.state.year));
  }

  private async view(premiumId: string): Promise<PremiumView> {
    const found = (await this.premiums.load(premiumId))!;
    const state = found.state as Given;
    const { firmId, personId, year, paidOn, amountCents, convertibleCents, status, letters, chooseUntil, creditUntil } = state;
    const shares = state.status === 'chosen' ? { convertedCents: state.convertedCents, favouredCents: state.favouredCents, ordinaryCents: state.ordinaryCents, ...(state.letter !== undefined && { letter: state.letter }) } : {};
    const why = whyOf(found.personal);
    // The person may have said since the offer that their income is above the limit.
    const favoured = state.favoured && why === undefined;
    const whole = { premiumId, firmId, personId, year, paidOn, amountCents, convertibleCents, status, ...shares, favoured, ...(why && { why }), capCents: state.capCents, letters: [...letters], chooseUntil, creditUntil };
    const [rule, cap] = [await this.ruleOf(state), await this.capOf(state, 0)];
    const comparison = explainedComparison(Math.min(convertibleCents, capLeftOf(cap)), { ...state, ...cap, favoured }, why, rule, this.rules.termsOf(year));
    return { ...whole, ...(rule && { incomeLimitCents: rule.incomeLimitCents }), comparison };
  }

  private async ruleOf({ contractId, year }: Given): Promise<PremiumRuleRow | undefined> {
    const contract = (await this.contracts.load(contractId))?.state;
    return contract && this.rules.of(contract.kind, contract.signedOn, year);
  }

  /** The cap with what other employers used of it: as it was counted by the choice, else at least what is known here. */
  private async capOf(state: Given, declaredCents: number): Promise<Required<PremiumCap>> {
    if (state.status === 'chosen') return { capCents: state.capCents, otherEmployersCents: state.otherEmployersCents ?? 0 };
    return { capCents: state.capCents, otherEmployersCents: Math.max(declaredCents, (await this.elsewhere.of(state)).usedCents) };
  }
}
