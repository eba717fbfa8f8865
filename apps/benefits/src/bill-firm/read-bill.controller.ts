import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Who, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { BillView } from './bill.view';
import { firmBill, type FirmBill } from './firm-bill.aggregate';

@ApiTags('benefits')
@Controller('api/benefits/bills')
export class ReadBillController {
  constructor(@Inject(runnerOf(firmBill)) private readonly bills: AggregateRunner<FirmBill>) {}

  /** What a firm owes; nothing yet is 0. */
  @Get(':firmId')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: BillView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<BillView> {
    authorise(benefitsPolicy(who), 'read', 'Bill', { firmId });
    return { firmId, owesCents: (await this.bills.load(derivedId('bil', firmId)))?.state.owesCents ?? 0 };
  }
}
