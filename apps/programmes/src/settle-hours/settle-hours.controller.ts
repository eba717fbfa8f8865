import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, hasRole, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { hoursFund, type HoursFund, type HoursRequest } from '../domain/hours-fund';
import { programmesPolicy } from '../programmes.policy';
import { EndedHoursView, endedView } from '../read-hours/hours-fund.view';
import { knownHoursFund } from '../read-hours/known-hours-fund.handler';
import type { GiveBackHours } from './give-back-hours.decider';
import { UseHoursDto } from './settle-hours.dto';
import type { UseHours } from './use-hours.decider';

@ApiTags('programmes')
@Controller('api/programmes/hours-funds')
export class SettleHoursController {
  constructor(@Inject(runnerOf(hoursFund)) private readonly funds: AggregateRunner<HoursFund>) {}

  /** Records that hours were worked, with the register that proves it; what was set apart beyond them is free again. */
  @Post(':hoursFundId/requests/:requestId/use')
  @Allow('operator')
  @ApiCreatedResponse({ type: EndedHoursView })
  async use(@Param('hoursFundId') hoursFundId: string, @Param('requestId') requestId: string, @Body() { usedMinutes, workedOn, proof }: UseHoursDto, @Because() cause: Cause): Promise<Answer<EndedHoursView>> {
    const request = await this.known(hoursFundId, requestId);
    const data: UseHours = { requestId, usedMinutes, workedOn, proof };
    const { sequence } = decided(await this.funds.execute(hoursFundId, { type: 'use-hours', data }, cause));
    return answer(hoursFundId, sequence, endedView({ ...request, usedMinutes, workedOn, proof }));
  }

  /** Gives back hours that aren't wanted any more: all of them are free for others. */
  @Post(':hoursFundId/requests/:requestId/return')
  @Allow('firm-admin', 'operator')
  @ApiCreatedResponse({ type: EndedHoursView })
  async giveBack(@Param('hoursFundId') hoursFundId: string, @Param('requestId') requestId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<EndedHoursView>> {
    const request = await this.known(hoursFundId, requestId);
    authorise(programmesPolicy(who), 'give-back', 'Hours', { firmId: request.firmId ?? null });
    const data: GiveBackHours = { requestId, by: hasRole(who, 'operator') ? 'operator' : 'firm' };
    const { sequence } = decided(await this.funds.execute(hoursFundId, { type: 'give-back-hours', data }, cause));
    return answer(hoursFundId, sequence, endedView({ ...request, usedMinutes: 0 }));
  }

  /** A request, open or ended a short while ago, so that a repeat says the same. Throws ProblemError `hours-request-not-found`. */
  private async known(hoursFundId: string, requestId: string): Promise<HoursRequest> {
    const { requests, ended } = await knownHoursFund(this.funds, hoursFundId);
    const found = [...requests, ...ended].find((one) => one.requestId === requestId);
    if (!found) throw new ProblemError('hours-request-not-found');
    const { firmId, municipality, minutes, reservedOn } = found;
    return { requestId, ...(firmId !== undefined && { firmId }), municipality, minutes, reservedOn };
  }
}

const answer = (hoursFundId: string, sequence: number, body: EndedHoursView): Answer<EndedHoursView> => ({ status: 201, body, location: `/api/programmes/hours-funds/${hoursFundId}`, position: `${hoursFundId}:${sequence}` });
