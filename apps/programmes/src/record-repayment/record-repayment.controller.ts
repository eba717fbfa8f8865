import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { allotmentRecovered, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { allotment, debtOf, type Allotment } from '../domain/allotment';
import { ratesOf } from '../domain/interest';
import { owedOn } from '../domain/recovery';
import { programmesPolicy } from '../programmes.policy';
import { knownAllotment } from '../read-allotments/known-allotment.handler';
import { RuleTables } from '../read-rule-tables/rule-tables.handler';
import type { RecordRepayment } from './record-repayment.decider';
import { RecordRepaymentDto } from './record-repayment.dto';
import { RecordedRepaymentView, RecoveryView, repaymentView } from './recovery.view';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class RecordRepaymentController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    private readonly rules: RuleTables,
  ) {}

  /** What a firm owes of its grant today, with the interest up to today, and what it paid back. */
  @Get(':allotmentId/recovery')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: RecoveryView })
  async owed(@Param('allotmentId') allotmentId: string, @Who() who: Principal): Promise<RecoveryView> {
    const state = await knownAllotment(this.allotments, allotmentId);
    authorise(programmesPolicy(who), 'explain', 'Allotment', { firmId: state.firmId });
    const day = romeDate(this.ports.ambient.clock.now());
    if (state.status !== 'ended') return { allotmentId, day, principalCents: 0, interestCents: 0, repayments: [] };
    const rates = ratesOf(state.interestRule, await this.rules.interest());
    return { allotmentId, day, ...owedOn(debtOf(state), day, rates), repayments: (state.repayments ?? []).map(repaymentView) };
  }

  /** Records what the firm paid back, whole or in part: interest first, then principal. It makes nothing free in the fund. */
  @Post(':allotmentId/repayments')
  @Allow('operator')
  @ApiCreatedResponse({ type: RecordedRepaymentView })
  async record(@Param('allotmentId') allotmentId: string, @Body() { amountCents, paidOn, proof }: RecordRepaymentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RecordedRepaymentView>> {
    await knownAllotment(this.allotments, allotmentId);
    const data: RecordRepayment = { amountCents, paidOn, proof, rates: await this.rules.interest(), by: who.personId };
    const { events, sequence } = decided(await this.allotments.execute(allotmentId, { type: 'record-repayment', data }, cause));
    const told = events.find(({ type }) => type === allotmentRecovered.type)?.data as DataOf<typeof allotmentRecovered> | undefined;
    if (!told) throw new ProblemError('nothing-to-recover');
    const { principalCents, interestCents, left } = told;
    return { status: 201, body: { allotmentId, paidOn: told.paidOn, proof: told.proof, principalCents, interestCents, left }, location: `/api/programmes/allotments/${allotmentId}/recovery`, position: `${allotmentId}:${sequence}` };
  }
}
