import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, type Answer } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { aidRegister, type AidRegister, type OpenRegister } from '../domain/aid-register';
import { allotment, type Allotment } from '../domain/allotment';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import { AidRowView, aidRowView } from '../read-aid/aid-register.view';
import { knownAllotment } from '../read-allotments/known-allotment.handler';
import { SendGrantActDto } from './send-grant-act.dto';
import type { SendGrantAct } from './send-grant-act.decider';

@ApiTags('programmes')
@Controller('api/programmes/allotments')
export class SendGrantActController {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>,
    private readonly found: AidRegisters,
  ) {}

  /** Sends the date of a grant's act to the national register, within 20 days of the grant; later is noted as late, and taken. */
  @Post(':allotmentId/grant-act')
  @Allow('operator')
  @ApiCreatedResponse({ type: AidRowView })
  async send(@Param('allotmentId') allotmentId: string, @Body() { actOn }: SendGrantActDto, @Because() cause: Cause): Promise<Answer<AidRowView>> {
    const state = await knownAllotment(this.allotments, allotmentId);
    const { registerId } = await this.found.ofFirm(state.firmId);
    const data: SendGrantAct = { rowId: allotmentId, actOn };
    const outcome = decided(await this.registers.execute(registerId, { type: 'send-grant-act', data }, cause));
    const row = (outcome.state as OpenRegister).rows.find(({ rowId }) => rowId === allotmentId)!;
    return { status: 201, body: aidRowView(row), location: `/api/programmes/firms/${state.firmId}/aid`, position: `${registerId}:${outcome.sequence}` };
  }
}
