import { Inject } from '@nestjs/common';
import { issueVoucher, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf, TerritoryKeys } from '@salvatempo/runtime';
import { CODE_LENGTH, voucherIdOf } from '../domain/voucher-codes';
import { voucher, type Voucher } from '../domain/voucher';

/** Issues what purchases ask for. */
@Consumer('vouchers.issuing')
export class IssueVoucherConsumer {
  constructor(
    @Inject(runnerOf(voucher)) private readonly vouchers: AggregateRunner<Voucher>,
    @Inject(TerritoryKeys) private readonly keys: TerritoryKeys,
  ) {}

  @On(issueVoucher)
  async issue(message: Envelope<DataOf<typeof issueVoucher>>): Promise<void> {
    const code = this.keys.code('voucher-code', message.data.purchaseId, CODE_LENGTH);
    await this.vouchers.execute(voucherIdOf(code), { type: 'issue-voucher', data: message.data }, causeOf(message));
  }
}
