import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';
import { Dossiers } from '../dossier/dossiers.handler';
import { programmesPolicy } from '../programmes.policy';
import { AllotmentView } from '../read-allotments/allotment.view';
import { changeAllotment, knownAllotment } from '../read-allotments/known-allotment.handler';
import type { PayAllotment, ReportAllotment, VerifyAllotment } from './report-allotment.decider';
import { PayAllotmentDto, ReportAllotmentDto, VerifyAllotmentDto } from './report-allotment.dto';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class ReportAllotmentController {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    private readonly dossiers: Dossiers,
  ) {}

  /** Hands in the report of a spent grant: what the dossier says is reportable of the firm's spending. */
  @Post(':allotmentId/report')
  @Allow('firm-admin', 'operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async report(@Param('allotmentId') allotmentId: string, @Body() { reason }: ReportAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    const { callId, firmId } = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'report', 'Allotment', { firmId });
    const data: ReportAllotment = { reason: reason.trim(), by: who.personId, reportableCents: await this.dossiers.reportableOf(callId, firmId) };
    return changeAllotment(this.allotments, allotmentId, { type: 'report-allotment', data }, cause);
  }

  /** Admits what was reported, or a part of it; the part that is cut is to be recovered from the firm. */
  @Post(':allotmentId/verification')
  @Allow('operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async verify(@Param('allotmentId') allotmentId: string, @Body() { reason, admittedCents }: VerifyAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    await knownAllotment(this.allotments, allotmentId);
    const data: VerifyAllotment = { reason: reason.trim(), by: who.personId, admittedCents };
    return changeAllotment(this.allotments, allotmentId, { type: 'verify-allotment', data }, cause);
  }

  /** Records that the funder paid what was admitted, with the reference that proves it. */
  @Post(':allotmentId/payment')
  @Allow('operator')
  @ApiCreatedResponse({ type: AllotmentView })
  async pay(@Param('allotmentId') allotmentId: string, @Body() { reason, paidOn, proof }: PayAllotmentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AllotmentView>> {
    await knownAllotment(this.allotments, allotmentId);
    const data: PayAllotment = { reason: reason.trim(), by: who.personId, paidOn, proof };
    return changeAllotment(this.allotments, allotmentId, { type: 'pay-allotment', data }, cause);
  }
}
