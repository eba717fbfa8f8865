import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { CancelVoucherController } from './cancel-voucher/cancel-voucher.controller';
import { cancelVoucherSlice } from './cancel-voucher/cancel-voucher.decider';
import { voucher } from './domain/voucher';
import { expireVoucherSlice } from './expire-voucher/expire-voucher.decider';
import { IssueVoucherConsumer } from './issue-voucher/issue-voucher.consumer';
import { issueVoucherSlice } from './issue-voucher/issue-voucher.decider';
import { ReadVouchersController } from './read-vouchers/read-vouchers.controller';
import { VoucherListConsumer } from './read-vouchers/voucher-list.consumer';
import { voucherList } from './read-vouchers/voucher-list.projection';
import { RedeemVoucherController } from './redeem-voucher/redeem-voucher.controller';
import { redeemVoucherSlice } from './redeem-voucher/redeem-voucher.decider';

@Module({
  controllers: [RedeemVoucherController, CancelVoucherController, ReadVouchersController, IssueVoucherConsumer, VoucherListConsumer],
  providers: [
    aggregate(voucher, issueVoucherSlice, redeemVoucherSlice, cancelVoucherSlice, expireVoucherSlice),
    reader(voucherList),
  ],
})
export class VouchersModule {}
