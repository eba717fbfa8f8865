import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { claimSubmitted, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, organisationsOf, ProblemError, Unkept, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId, romeYear } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { ClaimDocuments } from '../count-document/claim-documents.handler';
import { claim, isChecked, type Claim } from '../domain/claim';
import type { ClaimSetting } from '../domain/claim-facts';
import { findingsOf, isWarning } from '../domain/claim-rules';
import { ClaimCheckView, ClaimRefView, claimRefView, findingViews, refusedBy } from '../read-claims/claim.view';
import { ClaimFactsDto, SubmitClaimDto } from './claim-facts.dto';
import { ClaimSettings, type Claimant, type ToldClaim } from './claim-settings.handler';
import type { SubmitClaim } from './submit-claim.decider';

interface Examined extends ToldClaim, Claimant {
  readonly setting: ClaimSetting;
}

@ApiTags('benefits')
@Controller('api/benefits/claims')
export class SubmitClaimController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(ClaimSettings) private readonly settings: ClaimSettings,
    @Inject(ClaimDocuments) private readonly documents: ClaimDocuments,
  ) {}

  /** What the rules would find in a claim, before anything is uploaded or sent. Nothing is kept. */
  @Post('checks')
  @Allow('employee')
  @Unkept()
  @ApiOkResponse({ type: ClaimCheckView })
  async check(@Body() body: ClaimFactsDto, @Who() who: Principal, @Because() _: Cause): Promise<Answer<ClaimCheckView>> {
    const { facts, setting } = await this.examine(body, who);
    const findings = findingsOf(facts, setting);
    const payableCents = Math.min(facts.askedCents, setting.spendableCents);
    return { status: 200, body: { allowed: findings.every(isWarning), findings: findingViews(findings, setting.day), payableCents, ...(setting.crossing && setting.aboveThreshold === 'consent' && { consent: { ...setting.crossing } }) } };
  }

  /** Claims an expense back: 202 while its credit is being held; with `Prefer: wait=2`, 200 once validators have it, or it was refused. */
  @Post()
  @Allow('employee')
  @ApiAcceptedResponse({ type: ClaimRefView })
  @ApiOkResponse({ type: ClaimRefView })
  async submit(@Body() body: SubmitClaimDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ClaimRefView>> {
    const claimId = derivedId('clm', cause.id);
    const outcome = (await this.claims.earlier(claimId, cause)) ?? (await this.claims.execute(claimId, { type: 'submit-claim', data: await this.command(body, who) }, cause));
    const { events, sequence } = decided(outcome);
    const { askedCents } = events[0]!.data as DataOf<typeof claimSubmitted>;
    return {
      status: 202,
      body: { claimId, status: 'checking', askedCents, approvedCents: 0, reimbursedCents: 0 },
      location: `/api/benefits/claims/${claimId}`,
      position: `${claimId}:${sequence}`,
      whenFinal: whenFinal(this.claims, claimId, isChecked, claimRefView),
    };
  }

  /** Throws ProblemError `claim-refused` with what the rules found. */
  private async command({ documentIds: named, ...body }: SubmitClaimDto, who: Principal): Promise<SubmitClaim> {
    const documentIds = [...new Set(named)];
    await this.documents.assertFree(documentIds, who.personId);
    const { facts, fiscalCode, memberId, setting, accountId, firmId, personId, useIds } = await this.examine(body, who, documentIds);
    const findings = findingsOf(facts, setting).filter((finding) => !isWarning(finding));
    if (findings.length > 0 || !setting.type) throw refusedBy(findings, setting.day);
    const told = { facts, ...(fiscalCode === undefined ? {} : { fiscalCode }), ...(memberId === undefined ? {} : { memberId }) };
    const personal = { ...told, claimedOn: setting.day, letter: setting.type.letter, ...(setting.practice && { practice: setting.practice }), useIds, notes: [] };
    return { accountId, firmId, personId, documentIds, taxYear: romeYear(this.ports.ambient.clock.now()), personal };
  }

  private async examine(body: ClaimFactsDto, who: Principal, documentIds: readonly string[] = []): Promise<Examined> {
    const firmId = body.firmId ?? organisationsOf(who, 'employee')[0]!;
    if (!organisationsOf(who, 'employee').includes(firmId)) throw new ProblemError('not-allowed');
    const { personId } = who;
    const told = this.settings.told(body, personId);
    const claimant = { accountId: derivedId('acc', firmId, personId), firmId, personId, useIds: await this.documents.useIds(told.facts, documentIds), ...(documentIds[0] === undefined ? {} : { documentId: documentIds[0] }) };
    const setting = await this.settings.forNew(told, claimant);
    if (told.facts.askedCents < setting.terms.minimumCents) throw new ProblemError('claim-amount');
    return { ...told, ...claimant, setting };
  }
}
