import { Inject } from '@nestjs/common';
import { creditSpent, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { firmBill, type FirmBill } from './firm-bill.aggregate';

/** Puts what was spent from credit on the firm's bill. */
@Consumer('benefits.billing')
export class BillFirmConsumer {
  constructor(@Inject(runnerOf(firmBill)) private readonly bills: AggregateRunner<FirmBill>) {}

  @On(creditSpent)
  async spent(message: Envelope<DataOf<typeof creditSpent>>): Promise<void> {
    const { firmId, purchaseId, amountCents } = message.data;
    if (amountCents === 0) return;
    await this.bills.execute(derivedId('bil', firmId), { type: 'add-debt', data: { firmId, purchaseId, amountCents } }, causeOf(message));
  }
}
