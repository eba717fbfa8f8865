import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { voucherCancelled, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, organisationsOf, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { voucher, type Voucher } from '../domain/voucher';
import type { CancelVoucher } from './cancel-voucher.decider';
import { CancellationView } from './cancel-voucher.dto';

@ApiTags('vouchers')
@Controller('api/vouchers')
export class CancelVoucherController {
  constructor(@Inject(runnerOf(voucher)) private readonly vouchers: AggregateRunner<Voucher>) {}

  /** Cancels the caller's own voucher before its use; each cent goes back to the lot and the allotment that it came from. */
  @Post(':voucherId/cancellation')
  @Allow('employee', 'firm-admin')
  @ApiOkResponse({ type: CancellationView })
  async cancel(@Param('voucherId') voucherId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<CancellationView>> {
    const data: CancelVoucher = { personId: who.personId, firmIds: organisationsOf(who, 'firm-admin') };
    const outcome = await this.vouchers.execute(voucherId, { type: 'cancel-voucher', data }, cause);
    const { events, sequence } = decided(outcome);
    const { purchaseId, cancelledAt } = events[0]!.data as DataOf<typeof voucherCancelled>;
    return { status: 200, body: { voucherId, purchaseId, cancelledAt }, position: `${voucherId}:${sequence}` };
  }
}
