import { Inject } from '@nestjs/common';
import {
  creditHeld,
  creditPinned,
  creditRefused,
  creditReleased,
  creditSpent,
  incentiveHeld,
  incentivePaid,
  incentivePinned,
  incentiveRefused,
  incentiveReleased,
  personCapHeld,
  personCapPinned,
  personCapRefused,
  personCapReleased,
  personCapUsed,
  type DataOf,
  type Envelope,
  type Holding,
} from '@salvatempo/contracts';
import { Consumer, On } from '@salvatempo/messaging';
import { PurchaseNews } from './purchase-news.handler';

type OfPurchase = Envelope<{ purchaseId: string }>;
type RefusedHold = Envelope<Pick<DataOf<typeof creditRefused>, 'purchaseId' | 'code' | 'params'>>;
type ReleasedHold = Envelope<{ purchaseId: string; reason: 'released' | 'expired' }>;

const holdingOf = ({ type }: { readonly type: string }): Holding => {
  if (type.startsWith('benefits.')) return 'credit';
  return type.includes('person-cap') ? 'person-cap' : 'incentive';
};

/** What became of the three things that a purchase holds. */
@Consumer('marketplace.holding-news')
export class HoldingNewsConsumer {
  constructor(@Inject(PurchaseNews) private readonly news: PurchaseNews) {}

  @On(incentiveHeld, personCapHeld, creditHeld)
  held(message: OfPurchase): Promise<void> {
    return this.note(message, 'note-held', {});
  }

  @On(incentivePinned, personCapPinned, creditPinned)
  pinned(message: OfPurchase): Promise<void> {
    return this.note(message, 'note-pinned', {});
  }

  @On(incentivePaid, personCapUsed, creditSpent)
  paid(message: OfPurchase): Promise<void> {
    return this.note(message, 'note-paid', {});
  }

  @On(incentiveRefused, personCapRefused, creditRefused)
  refused(message: RefusedHold): Promise<void> {
    const { code, params } = message.data;
    return this.note(message, 'note-refused', { refusal: params === undefined ? { code } : { code, params } });
  }

  /** A hold that its own clock ended before it was pinned also refuses the purchase, if that isn't ending already. */
  @On(incentiveReleased, personCapReleased, creditReleased)
  async released(message: ReleasedHold): Promise<void> {
    if (message.data.reason === 'expired') await this.note({ ...message, id: `${message.id}/expired` }, 'note-refused', { refusal: { code: 'hold-expired' } });
    await this.note(message, 'note-released', {});
  }

  private note(message: OfPurchase, type: string, data: object): Promise<void> {
    return this.news.tell(message, message.data.purchaseId, type, { holding: holdingOf(message), ...data });
  }
}
