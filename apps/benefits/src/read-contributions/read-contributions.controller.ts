import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { Directory, readerOf, runnerOf } from '@salvatempo/runtime';
import { IsIn, Matches } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { contribution, contributionPersonalOf, type Contribution } from '../domain/contribution';
import { firmContributions, ownContributions, type ContributionRow } from './contribution-lists.projection';
import { contributionView, ContributionView, PayrollContributionView } from './contribution.view';

/** What payroll has to do, and what it did. What people called off and what the account refused isn't its business. */
const LISTED = ['waiting', 'paid'] as const;

class FirmContributionsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ enum: LISTED })
  @IsIn(LISTED)
  status!: (typeof LISTED)[number];
}

class ContributionPage {
  @ApiProperty({ type: [ContributionView] }) items!: ContributionView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

class PayrollContributionPage {
  @ApiProperty({ type: [PayrollContributionView] }) items!: PayrollContributionView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

@ApiTags('benefits')
@Controller('api/benefits/contributions')
export class ReadContributionsController {
  constructor(
    @Inject(runnerOf(contribution)) private readonly contributions: AggregateRunner<Contribution>,
    @Inject(readerOf(ownContributions)) private readonly own: RowReader<ContributionRow>,
    @Inject(readerOf(firmContributions)) private readonly ofFirm: RowReader<ContributionRow>,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** The caller's own contributions, newest first. */
  @Get('mine')
  @Allow('employee')
  @ApiOkResponse({ type: ContributionPage })
  async mine(@Query() { limit, after }: PageQueryDto, @Who() { personId }: Principal, @Headers('salvatempo-position') position?: string): Promise<ContributionPage> {
    await this.own.caughtUp(positionOf(position));
    const { items, next } = await this.own.page({ tenancy: { tenant: personId }, newestFirst: true, limit, ...(after === undefined ? {} : { after }) });
    return { items: await Promise.all(items.map(({ contributionId }) => this.view(contributionId))), ...(next === undefined ? {} : { next }) };
  }

  /** What a firm's payroll has to pay to its people's funds, the oldest first, or what it paid, newest first. The firm's administrator isn't told. */
  @Get()
  @Allow('payroll')
  @ApiOkResponse({ type: PayrollContributionPage })
  async ofPayroll(@Query() { firmId, status, limit, after }: FirmContributionsQueryDto, @Who() who: Principal, @Headers('salvatempo-position') position?: string): Promise<PayrollContributionPage> {
    authorise(benefitsPolicy(who), 'pay', 'Contribution', { firmId });
    await this.ofFirm.caughtUp(positionOf(position));
    const { items, next } = await this.ofFirm.page({ tenancy: { tenant: firmId }, where: { status }, newestFirst: status === 'paid', limit, ...(after === undefined ? {} : { after }) });
    const views = items.map(async ({ contributionId, personId }): Promise<PayrollContributionView> => {
      const [view, card] = await Promise.all([this.view(contributionId), this.directory.person(personId, firmId)]);
      return { ...view, personId, ...(card && { name: card.name, fiscalCodeTail: card.fiscalCodeTail }) };
    });
    return { items: await Promise.all(views), ...(next === undefined ? {} : { next }) };
  }

  /** One contribution, for the person whose it is. */
  @Get(':contributionId')
  @Allow('employee')
  @ApiOkResponse({ type: ContributionView })
  async one(@Param('contributionId') contributionId: string, @Who() who: Principal): Promise<ContributionView> {
    const found = await this.contributions.load(contributionId);
    if (!found) throw new ProblemError('contribution-not-found');
    authorise(benefitsPolicy(who), 'read', 'Contribution', { personId: found.state.personId });
    return contributionView(found.state, contributionPersonalOf(found.personal));
  }

  private async view(contributionId: string): Promise<ContributionView> {
    const { state, personal } = (await this.contributions.load(contributionId))!;
    return contributionView(state, contributionPersonalOf(personal));
  }
}
