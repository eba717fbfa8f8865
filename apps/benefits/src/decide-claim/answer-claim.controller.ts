import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, calendarDay, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { addDays, derivedId, endOfRomeDay, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { claimTermsOn } from '../claim-rules/claim-rules.table';
import { ClaimDocuments } from '../count-document/claim-documents.handler';
import { claim, type Claim, type ClaimNote } from '../domain/claim';
import { claimAnswer, ClaimChangeView } from '../read-claims/claim.view';
import { IntegrateClaimDto, NoteDto } from './decide-claim.dto';
import type { AppealClaim } from './reject-claim.decider';
import type { IntegrateClaim } from './integrate-claim.decider';

/** What a claimant answers; and comments, which both sides write and which decide nothing. */
@ApiTags('benefits')
@Controller('api/benefits/claims')
export class AnswerClaimController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(ClaimDocuments) private readonly documents: ClaimDocuments,
  ) {}

  /** Gives what validators asked for. */
  @Post(':claimId/integration')
  @Allow('employee')
  @ApiOkResponse({ type: ClaimChangeView })
  async integrate(@Param('claimId') claimId: string, @Body() { payment, hasCertificate, note, documentIds = [] }: IntegrateClaimDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    await this.assertMay('answer', claimId, who);
    if (cause.lookup === undefined) await this.documents.assertFree(documentIds, who.personId);
    if (payment) calendarDay('payment.paidOn', payment.paidOn);
    const mended = { ...(payment && { payment: { ...payment } }), ...(hasCertificate === undefined ? {} : { hasCertificate }) };
    const today = romeDate(this.ports.ambient.clock.now());
    const decideBy = endOfRomeDay(addDays(today, claimTermsOn(today).firstDecisionDays));
    const data: IntegrateClaim = { mended, decideBy, documentIds: [...new Set(documentIds)], note: this.note('claimant', note, cause) };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'integrate-claim', data }, cause));
  }

  /** Asks, once, that somebody else decide again. */
  @Post(':claimId/appeal')
  @Allow('employee')
  @ApiOkResponse({ type: ClaimChangeView })
  async appeal(@Param('claimId') claimId: string, @Body() { text }: NoteDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    await this.assertMay('answer', claimId, who);
    const data: AppealClaim = { note: this.note('claimant', text, cause) };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'appeal-claim', data }, cause));
  }

  /** Writes to the other side. It decides nothing. */
  @Post(':claimId/comments')
  @Allow('employee', 'claims-validator')
  @ApiOkResponse({ type: ClaimChangeView })
  async comment(@Param('claimId') claimId: string, @Body() { text }: NoteDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ClaimChangeView>> {
    const { personId } = await this.assertMay('read', claimId, who);
    const data = { note: this.note(personId === who.personId ? 'claimant' : 'validator', text, cause) };
    return claimAnswer(claimId, await this.claims.execute(claimId, { type: 'comment-claim', data }, cause));
  }

  /** Throws ProblemError `claim-not-found` or `not-allowed`. */
  private async assertMay(action: string, claimId: string, who: Principal): Promise<Claim> {
    const found = await this.claims.load(claimId);
    if (!found) throw new ProblemError('claim-not-found');
    authorise(benefitsPolicy(who), action, 'Claim', found.state);
    return found.state;
  }

  private note(by: ClaimNote['by'], text: string, cause: Cause): ClaimNote {
    return { noteId: derivedId('not', cause.id), by, at: this.ports.ambient.clock.now(), text };
  }
}
