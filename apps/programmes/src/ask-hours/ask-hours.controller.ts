import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, hoursReserved } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { hoursFund, type HoursFund } from '../domain/hours-fund';
import { timeAmount } from '../domain/ledger';
import { programmesPolicy } from '../programmes.policy';
import { HoursRequestView, requestView } from '../read-hours/hours-fund.view';
import { knownHoursFund } from '../read-hours/known-hours-fund.handler';
import type { AskHours } from './ask-hours.decider';
import { AskHoursDto } from './ask-hours.dto';

@ApiTags('programmes')
@Controller('api/programmes/hours-funds')
export class AskHoursController {
  constructor(@Inject(runnerOf(hoursFund)) private readonly funds: AggregateRunner<HoursFund>) {}

  /** Sets mediator hours of a Comune apart, for a firm or (asked by an operator) for a school or an office: first come, first served. */
  @Post(':hoursFundId/requests')
  @Allow('firm-admin', 'operator')
  @ApiCreatedResponse({ type: HoursRequestView })
  async ask(@Param('hoursFundId') hoursFundId: string, @Body() { firmId, municipality, minutes }: AskHoursDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<HoursRequestView>> {
    authorise(programmesPolicy(who), 'ask', 'Hours', { firmId: firmId ?? null });
    await knownHoursFund(this.funds, hoursFundId);
    const requestId = derivedId('hrq', cause.id);
    const data: AskHours = { requestId, municipality, amount: timeAmount(minutes), ...(firmId !== undefined && { firmId }) };
    const { events, sequence } = decided(await this.funds.execute(hoursFundId, { type: 'ask-hours', data }, cause));
    const { reservedOn } = events[0]!.data as DataOf<typeof hoursReserved>;
    return { status: 201, body: requestView({ ...data, minutes, reservedOn }), location: `/api/programmes/hours-funds/${hoursFundId}`, position: `${hoursFundId}:${sequence}` };
  }
}
