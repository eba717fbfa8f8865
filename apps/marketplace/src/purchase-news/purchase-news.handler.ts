import { Inject, Injectable } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { causeOf, NotYetKnownError, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { NO_SUCH_PURCHASE, purchase, TOO_EARLY, type Purchase } from '../domain/purchase';

/** Tells a purchase what happened elsewhere. */
@Injectable()
export class PurchaseNews {
  constructor(@Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>) {}

  /** Throws NotYetKnownError for news ahead of what they follow, UnhandleableMessageError for a purchase that never was. */
  async tell(message: Envelope, purchaseId: string, type: string, data: object): Promise<void> {
    const outcome = await this.purchases.execute(purchaseId, { type, data }, causeOf(message));
    if (outcome.kind !== 'refused') return;
    const { code } = outcome.refusal;
    if (code === TOO_EARLY) throw new NotYetKnownError(`${type} of ${purchaseId}`);
    if (code === NO_SUCH_PURCHASE) throw new UnhandleableMessageError(`${type} of a purchase that never was: ${purchaseId}`);
    throw new Error(`${type} of ${purchaseId} was refused: ${code}`);
  }
}
