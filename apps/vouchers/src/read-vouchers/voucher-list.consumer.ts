import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { voucherList } from './voucher-list.projection';

@Consumer('vouchers.voucher-list')
export class VoucherListConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('vouchers')
  take(event: Envelope): Promise<void> {
    return project(this.ports.store, voucherList, event);
  }
}
