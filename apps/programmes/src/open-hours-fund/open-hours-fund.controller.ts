import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, hoursFundOpened } from '@salvatempo/contracts';
import { Allow, Because, decided, type Answer } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { hoursFund, type HoursFund } from '../domain/hours-fund';
import { HoursFundView, hoursFundView } from '../read-hours/hours-fund.view';
import type { OpenHoursFund } from './open-hours-fund.decider';
import { OpenHoursFundDto } from './open-hours-fund.dto';

@ApiTags('programmes')
@Controller('api/programmes/hours-funds')
export class OpenHoursFundController {
  constructor(@Inject(runnerOf(hoursFund)) private readonly funds: AggregateRunner<HoursFund>) {}

  /** Opens a fund of mediator hours with a pot for each Comune. */
  @Post()
  @Allow('operator')
  @ApiCreatedResponse({ type: HoursFundView })
  async open(@Body() { title, funder, cup, opensOn, closesOn, pots }: OpenHoursFundDto, @Because() cause: Cause): Promise<Answer<HoursFundView>> {
    const hoursFundId = derivedId('hfn', cause.id);
    const data: OpenHoursFund = { title: title.trim(), ...(funder && { funder: funder.trim() }), ...(cup && { cup }), opensOn, closesOn, pots: pots.map((pot) => ({ ...pot })) };
    const { events, sequence } = decided(await this.funds.execute(hoursFundId, { type: 'open-hours-fund', data }, cause));
    return { status: 201, body: hoursFundView(events[0]!.data as DataOf<typeof hoursFundOpened>), location: `/api/programmes/hours-funds/${hoursFundId}`, position: `${hoursFundId}:${sequence}` };
  }
}
