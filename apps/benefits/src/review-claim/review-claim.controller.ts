import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, endOfRomeDay, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { claimTermsOn, DECIDING_CODES } from '../claim-rules/claim-rules.table';
import { claim, type Claim } from '../domain/claim';
import { claimAnswer, ClaimChangeView } from '../read-claims/claim.view';
import type { CorrectReview } from './review-claim.decider';

class CorrectReviewDto {
  @ApiProperty({ description: 'What should have been approved, in euro cents; 0 for nothing.', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  approvedCents!: number;

  @ApiProperty({ enum: DECIDING_CODES, description: 'Why.' })
  @IsIn(DECIDING_CODES as string[])
  code!: string;
}

/** What comes of the second look at a claim that was drawn; by somebody who had no part in it. */
@ApiTags('benefits')
@Controller('api/benefits/claims/:claimId/review')
export class ReviewClaimController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
  ) {}

  @Post('confirmation')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async confirm(@Param('claimId') claimId: string, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'confirm-review', data: { validatorId: personId } }, cause));
  }

  /** Less should have been approved: what was paid above it comes back with the payroll, and its credit to the account. */
  @Post('correction')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async correct(@Param('claimId') claimId: string, @Body() { approvedCents, code }: CorrectReviewDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const today = romeDate(this.ports.ambient.clock.now());
    const data: CorrectReview = { validatorId: personId, approvedCents, code, appealBy: endOfRomeDay(addDays(today, claimTermsOn(today).appealDays)) };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'correct-review', data }, cause));
  }
}
