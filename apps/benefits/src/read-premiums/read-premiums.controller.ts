import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { formatEuro } from '@salvatempo/kernel';
import type { AggregateRunner, Loaded, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { premium, whyOf, type Premium } from '../domain/premium';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { premiumContract, type PremiumContract } from '../record-premium-contract/premium-contract.aggregate';
import { explainedComparison } from './premium-comparison.view';
import { firmPremiums, ownPremiums, type PremiumRow } from './premium-lists.projection';
import { ComparisonQueryDto, PremiumComparisonView, PremiumPage, PremiumRowPage, PremiumsQueryDto, PremiumView } from './premium.view';

@ApiTags('benefits')
@Controller('api/benefits/premiums')
export class ReadPremiumsController {
  constructor(
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumContract)) private readonly contracts: AggregateRunner<PremiumContract>,
    @Inject(readerOf(ownPremiums)) private readonly own: RowReader<PremiumRow>,
    @Inject(readerOf(firmPremiums)) private readonly ofFirm: RowReader<PremiumRow>,
    @Inject(PremiumRules) private readonly rules: PremiumRules,
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
  async comparison(@Param('premiumId') premiumId: string, @Query() { convertedCents }: ComparisonQueryDto, @Who() who: Principal): Promise<PremiumComparisonView> {
    const found = await this.premiums.load(premiumId);
    if (!found || found.state.status === 'absent') throw new ProblemError('premium-not-found');
    authorise(benefitsPolicy(who), 'choose', 'Premium', { personId: found.state.personId });
    const { convertibleCents: mostCents } = found.state;
    if (convertedCents > mostCents) throw new ProblemError('premium-above-cap', { params: { mostCents, mostEuro: formatEuro(mostCents) } });
    return this.compared(found, convertedCents);
  }

  private async view(premiumId: string): Promise<PremiumView> {
    const found = (await this.premiums.load(premiumId))!;
    const state = found.state as Exclude<Premium, { status: 'absent' }>;
    const { firmId, personId, year, paidOn, amountCents, convertibleCents, status, favoured, letters, chooseUntil, creditUntil } = state;
    const shares = state.status === 'chosen' ? { convertedCents: state.convertedCents, favouredCents: state.favouredCents, ordinaryCents: state.ordinaryCents, ...(state.letter !== undefined && { letter: state.letter }) } : {};
    const why = whyOf(found.personal);
    const whole = { premiumId, firmId, personId, year, paidOn, amountCents, convertibleCents, status, ...shares, favoured, ...(why && { why }), letters: [...letters], chooseUntil, creditUntil };
    return { ...whole, comparison: await this.compared(found, convertibleCents) };
  }

  private async compared(found: Loaded<Premium>, convertedCents: number): Promise<PremiumComparisonView> {
    const state = found.state as Exclude<Premium, { status: 'absent' }>;
    const contract = (await this.contracts.load(state.contractId))?.state;
    const rule = contract && this.rules.of(contract.kind, contract.signedOn, state.year);
    return explainedComparison(convertedCents, state, whyOf(found.personal), rule, this.rules.termsOf(state.year));
  }
}
