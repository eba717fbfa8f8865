import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { AidRow } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { aidRegister, type AidRegister } from '../domain/aid-register';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import { programmesPolicy } from '../programmes.policy';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import { AidRowsView, aidRowView } from '../read-aid/aid-register.view';
import { DeclareAidDto } from './declare-aid.dto';
import type { DeclareAid } from './declare-aid.decider';

@ApiTags('programmes')
@Controller('api/programmes/firms/:firmId/aid')
export class DeclareAidController {
  constructor(
    @Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>,
    @Inject(readerOf(firms)) private readonly firmRows: RowReader<FirmRow>,
    private readonly found: AidRegisters,
  ) {}

  /** Declares de minimis aid that the firm received elsewhere: it counts for the ceiling as what is granted here. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: AidRowsView })
  async declare(@Param('firmId') firmId: string, @Body() { items }: DeclareAidDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AidRowsView>> {
    authorise(programmesPolicy(who), 'declare', 'Aid', { firmId });
    if (!(await this.firmRows.get(firmId))) throw new ProblemError('firm-not-found');
    // By the request: the same rows again, also where the register was merged between a first try and its repeat.
    const rows: AidRow[] = items.map(({ regime, amountCents, grantedOn }, n) => ({ rowId: derivedId('aid', cause.id, String(n)), firmId, regime, amountCents, grantedOn, source: 'declared' }));
    const { registerId } = await this.found.ofFirm(firmId);
    const data: DeclareAid = { rows };
    const { sequence } = decided(await this.registers.execute(registerId, { type: 'declare-aid', data }, cause));
    return { status: 201, body: { items: rows.map(aidRowView) }, location: `/api/programmes/firms/${firmId}/aid`, position: `${registerId}:${sequence}` };
  }
}
