import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, PageQueryDto, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Page, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { claim, claimPersonalOf, isQueued, type Claim } from '../domain/claim';
import { findingsOf } from '../domain/claim-rules';
import { ClaimSettings } from '../submit-claim/claim-settings.handler';
import { FirmPageQueryDto } from '../read-accounts/firm-query.dto';
import { claimQueue, firmReimbursements, ownClaims, type ClaimRow } from './claim-lists.projection';
import { ClaimRefView, ClaimView, claimView, FindingView, findingViews } from './claim.view';

class ClaimPage {
  @ApiProperty({ type: [ClaimRefView] }) items!: ClaimRefView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

class ClaimReviewView {
  @ApiProperty({ format: 'date-time' }) reviewBy!: string;
  @ApiPropertyOptional({ enum: ['confirmed', 'wrong'], description: 'Left out while it is still to be taken.' }) outcome?: string;
}

/** A claim as validators see it: with what the rules find in it now. */
class ExaminedClaimView extends ClaimView {
  @ApiPropertyOptional({ type: [FindingView], description: 'What the rules find; for validators, while it is before them.' }) findings?: FindingView[];
  @ApiPropertyOptional({ type: ClaimReviewView, description: 'The second look at it, where it was drawn; for validators.' }) review?: ClaimReviewView;
}

/** A claim of the queue: to be decided, or where `reviewBy` says so to be looked at again. */
class QueuedClaimView extends ClaimRefView {
  @ApiPropertyOptional({ format: 'date-time', description: 'Until when a second look is due.' }) reviewBy?: string;
}

class ClaimQueuePage {
  @ApiProperty({ type: [QueuedClaimView] }) items!: QueuedClaimView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

class ReimbursementView {
  @ApiProperty() personId!: string;
  @ApiProperty({ description: '`YYYY-MM` in Rome.' }) month!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
}

class ReimbursementPage {
  @ApiProperty({ type: [ReimbursementView] }) items!: ReimbursementView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

@ApiTags('benefits')
@Controller('api/benefits')
export class ReadClaimsController {
  constructor(
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(readerOf(ownClaims)) private readonly own: RowReader<ClaimRow>,
    @Inject(readerOf(claimQueue)) private readonly queue: RowReader<ClaimRow>,
    @Inject(readerOf(firmReimbursements)) private readonly reimbursements: RowReader<ClaimRow>,
    @Inject(ClaimSettings) private readonly settings: ClaimSettings,
  ) {}

  /** The caller's own claims, newest first. */
  @Get('claims/mine')
  @Allow('employee')
  @ApiOkResponse({ type: ClaimPage })
  async mine(@Query() query: PageQueryDto, @Who() { personId }: Principal, @Headers('salvatempo-position') position?: string): Promise<ClaimPage> {
    await this.own.caughtUp(positionOf(position));
    return claimPage(await this.own.page({ tenancy: { tenant: personId }, newestFirst: true, ...range(query) }));
  }

  /** What validators have before them, the most urgent first. */
  @Get('claims/queue')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimQueuePage })
  async queued(@Query() query: PageQueryDto, @Who() { personId }: Principal, @Headers('salvatempo-position') position?: string): Promise<ClaimQueuePage> {
    await this.queue.caughtUp(positionOf(position));
    const page = await this.queue.page({ tenancy: { wholeTerritory: true }, where: { queued: 'yes' }, ...range(query) });
    // A second look is shown to whom it may be taken by: a page may be shorter for it.
    const isOthers = ({ reviewBy, status, validatorIds, personId: claimant }: ClaimRow): boolean => status === 'approved' && reviewBy !== undefined && (claimant === personId || (validatorIds ?? []).includes(personId));
    const rows = page.items.filter((row) => !isOthers(row));
    return { ...claimPage({ ...page, items: rows }), items: claimPage({ items: rows }).items.map((item, n) => ({ ...item, ...reviewOf(rows[n]!) })) };
  }

  /** What a firm owes its people with the payroll: person, month and amount, and nothing of what it was for. */
  @Get('reimbursements')
  @Allow('firm-admin')
  @ApiOkResponse({ type: ReimbursementPage })
  async owed(@Query() query: FirmPageQueryDto, @Who() who: Principal): Promise<ReimbursementPage> {
    const firmId = query.firmId ?? organisationsOf(who, 'firm-admin')[0]!;
    authorise(benefitsPolicy(who), 'read', 'Reimbursement', { firmId });
    const { items, next } = await this.reimbursements.page({ tenancy: { tenant: firmId }, where: { paid: 'yes' }, ...range(query) });
    const amounts = items.flatMap(({ personId, months }) => Object.entries(months).map(([month, amountCents]) => ({ personId, month, amountCents })));
    return { items: amounts, ...(next === undefined ? {} : { next }) };
  }

  /** One claim with everything that it is about: for the claimant and for validators, nobody else. */
  @Get('claims/:claimId')
  @Allow('employee', 'claims-validator')
  @ApiOkResponse({ type: ExaminedClaimView })
  async one(@Param('claimId') claimId: string, @Who() who: Principal): Promise<ExaminedClaimView> {
    const found = await this.claims.load(claimId);
    if (!found) throw new ProblemError('claim-not-found');
    const { state } = found;
    authorise(benefitsPolicy(who), 'read', 'Claim', state);
    const personal = claimPersonalOf(found.personal);
    const view = claimView(state, personal);
    if (state.personId === who.personId) return view;
    if (!isQueued(state)) return { ...view, ...(state.review && { review: { ...state.review } }) };
    const setting = await this.settings.forDecision(state, personal, undefined);
    return { ...view, findings: findingViews(findingsOf(personal.facts, setting), setting.day) };
  }
}

const range = ({ limit, after }: PageQueryDto): { limit: number; after?: string } => ({ limit, ...(after === undefined ? {} : { after }) });

const reviewOf = ({ reviewBy }: ClaimRow): { reviewBy?: string } => (reviewBy === undefined ? {} : { reviewBy });

const claimPage = ({ items, next }: Page<ClaimRow>): ClaimPage => ({
  items: items.map(({ claimId, status, askedCents, approvedCents, reimbursedCents, dueAt }) => ({ claimId, status, askedCents, approvedCents, reimbursedCents, ...(dueAt === undefined ? {} : { dueAt }) })),
  ...(next === undefined ? {} : { next }),
});
