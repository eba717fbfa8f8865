import { Inject } from '@nestjs/common';
import { voucherCancelled, voucherExpired, voucherIssued, voucherNotIssued, voucherRedeemed, type DataOf, type Envelope } from '@salvatempo/contracts';
import { Consumer, On } from '@salvatempo/messaging';
import { PurchaseNews } from './purchase-news.handler';

/** What became of a purchase's voucher. */
@Consumer('marketplace.voucher-news')
export class VoucherNewsConsumer {
  constructor(@Inject(PurchaseNews) private readonly news: PurchaseNews) {}

  @On(voucherIssued)
  issued(message: Envelope<DataOf<typeof voucherIssued>>): Promise<void> {
    const { purchaseId, voucherId, expiresAt } = message.data;
    return this.news.tell(message, purchaseId, 'note-issued', { voucherId, expiresAt });
  }

  @On(voucherNotIssued)
  notIssued(message: Envelope<DataOf<typeof voucherNotIssued>>): Promise<void> {
    return this.news.tell(message, message.data.purchaseId, 'note-not-issued', { refusal: { code: message.data.code } });
  }

  @On(voucherRedeemed)
  redeemed(message: Envelope<DataOf<typeof voucherRedeemed>>): Promise<void> {
    const { purchaseId, redeemedAt } = message.data;
    return this.news.tell(message, purchaseId, 'note-redeemed', { redeemedAt });
  }

  @On(voucherCancelled)
  cancelled(message: Envelope<DataOf<typeof voucherCancelled>>): Promise<void> {
    return this.news.tell(message, message.data.purchaseId, 'note-ended', { reason: 'cancelled' });
  }

  @On(voucherExpired)
  expired(message: Envelope<DataOf<typeof voucherExpired>>): Promise<void> {
    return this.news.tell(message, message.data.purchaseId, 'note-ended', { reason: 'expired' });
  }
}
