import { Inject } from '@nestjs/common';
import { workCompleted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { Consumer, On } from '@salvatempo/messaging';
import { PurchaseNews } from './purchase-news.handler';

/** What the provider did. */
@Consumer('marketplace.work-news')
export class WorkNewsConsumer {
  constructor(@Inject(PurchaseNews) private readonly news: PurchaseNews) {}

  @On(workCompleted)
  completed(message: Envelope<DataOf<typeof workCompleted>>): Promise<void> {
    const { purchaseId, completedAt } = message.data;
    return this.news.tell(message, purchaseId, 'note-fulfilled', { completedAt });
  }
}
