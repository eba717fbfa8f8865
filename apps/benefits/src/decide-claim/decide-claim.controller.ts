import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PlanPractice } from '@salvatempo/contracts';
import { Allow, Because, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, derivedId, endOfRomeDay, romeDate, type Instant } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { claimTermsOn } from '../claim-rules/claim-rules.table';
import { tightened } from '../domain/plan-practice';
import { claim, claimPersonalOf, type Claim } from '../domain/claim';
import { findingsOf, isWarning } from '../domain/claim-rules';
import { DRAW_LENGTH, isDrawn } from '../domain/review-draw';
import { whyNotDecide } from '../domain/who-decides';
import { claimAnswer, ClaimChangeView, refusedBy } from '../read-claims/claim.view';
import { ClaimSettings } from '../submit-claim/claim-settings.handler';
import type { ApproveClaim } from './approve-claim.decider';
import { ApproveClaimDto, AskIntegrationDto, RejectClaimDto } from './decide-claim.dto';
import type { AskIntegration } from './integrate-claim.decider';
import type { RejectClaim } from './reject-claim.decider';

/** What validators decide. The rules are asked again before an approval: what they find can't be approved. */
@ApiTags('benefits')
@Controller('api/benefits/claims')
export class DecideClaimController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(ClaimSettings) private readonly settings: ClaimSettings,
  ) {}

  /** Approves a claim, whole or with a reason in part; above the limit of the terms a second validator has to agree. */
  @Post(':claimId/approval')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async approve(@Param('claimId') claimId: string, @Body() body: ApproveClaimDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const { approvedCents, code } = body;
    const earlier = await this.claims.earlier(claimId, cause);
    const practice = earlier ? {} : await this.examine(claimId, body, personId);
    const { twoPersonsFromCents, appealDays, reviewedBasisPoints, reviewDays } = tightened(this.terms(), practice);
    // By the claim and the key alone: no validator can tell beforehand, and whoever has the key can do it again.
    const drawn = isDrawn(this.ports.keys.code('claim-review', claimId, DRAW_LENGTH), reviewedBasisPoints);
    const data: ApproveClaim = { ...(drawn && { reviewBy: this.inDays(reviewDays) }),  validatorId: personId, approvedCents, ...(code === undefined ? {} : { code }), twoPersonsFromCents, appealBy: this.inDays(appealDays) };
    return claimAnswer(claimId, earlier ?? (await this.claims.execute(claimId, { type: 'approve-claim', data }, cause)));
  }

  @Post(':claimId/rejection')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async reject(@Param('claimId') claimId: string, @Body() { code }: RejectClaimDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const data: RejectClaim = { validatorId: personId, code, appealBy: this.inDays(this.terms().appealDays) };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'reject-claim', data }, cause));
  }

  /** Asks the claimant for what is missing, until a deadline. */
  @Post(':claimId/integration-requests')
  @Allow('claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async ask(@Param('claimId') claimId: string, @Body() { code, note }: AskIntegrationDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const { integrationDays, appealDays } = this.terms();
    const said = note === undefined ? {} : { note: { noteId: derivedId('not', cause.id), by: 'validator' as const, at: this.now(), text: note } };
    const data: AskIntegration = { validatorId: personId, code, answerBy: this.inDays(integrationDays), appealBy: this.inDays(integrationDays + appealDays), ...said };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'ask-integration', data }, cause));
  }

  /** Where the claim's plan is stricter. Throws ProblemError `claim-refused` with what the rules find in a claim as it would be approved. */
  private async examine(claimId: string, { approvedCents, legible, rightCategory }: ApproveClaimDto, personId: string): Promise<PlanPractice> {
    const found = await this.claims.load(claimId);
    if (!found) throw new ProblemError('claim-not-found');
    const refusal = whyNotDecide(found.state, personId);
    if (refusal !== undefined) throw new ProblemError(refusal);
    const personal = claimPersonalOf(found.personal);
    const setting = await this.settings.forDecision(found.state, personal, { legible, rightCategory });
    const findings = findingsOf({ ...personal.facts, askedCents: approvedCents }, setting).filter((finding) => !isWarning(finding));
    if (findings.length > 0) throw refusedBy(findings, setting.day);
    return personal.practice ?? {};
  }

  private now(): Instant {
    return this.ports.ambient.clock.now();
  }

  private terms(): ReturnType<typeof claimTermsOn> {
    return claimTermsOn(romeDate(this.now()));
  }

  private inDays(days: number): Instant {
    return endOfRomeDay(addDays(romeDate(this.now()), days));
  }
}
