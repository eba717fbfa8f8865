import type { ApiClient } from './api-client';
import { euro } from './euro';
import { until } from './patience';
import type { Cooperative, Firm } from './people';
import type { TourLog } from './tour-log';

export interface Payment {
  readonly source: string;
  readonly amountCents: number;
  readonly status: string;
}

export interface Bought {
  readonly purchaseId: string;
  readonly voucherId: string;
}

interface Purchase {
  readonly purchaseId: string;
  readonly status: string;
  readonly voucherId?: string;
  readonly payments: readonly Payment[];
  readonly refusal?: object;
}

interface Quote {
  readonly quoteId: string;
  readonly totalCents: number;
  readonly shares: readonly { readonly source: string; readonly amountCents: number }[];
}

/** Step 5: the employee sees who pays what, and buys on that. */
export function buy(employee: ApiClient, log: TourLog, offerId: string, title: string, expiresAt?: Date): Promise<Bought> {
  return log.step(
    'dipendente',
    title,
    async () => {
      const complete = ({ shares }: Quote): boolean => shares.map(({ amountCents }) => amountCents).join() === '2800,1200';
      const quote = await until('a quote of 28,00 and 12,00', () => employee.get<Quote>(`/api/marketplace/quotes?offerId=${offerId}`), complete);
      const body = { offerId, quoteId: quote.quoteId, totalCents: quote.totalCents, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) };
      const purchase = await employee.post<Purchase>('/api/marketplace/purchases', body);
      if (purchase.status !== 'active' || purchase.voucherId === undefined) throw new Error(`the purchase is ${JSON.stringify(purchase)}`);
      return { purchaseId: purchase.purchaseId, voucherId: purchase.voucherId };
    },
    4_000,
  );
}

const untilStatus = (employee: ApiClient, { purchaseId }: Bought, status: string): Promise<Purchase> =>
  until(`purchase ${purchaseId} to be ${status} with its payments final`, () => employee.get<Purchase>(`/api/marketplace/purchases/${purchaseId}`), (purchase) => {
    const final = status === 'settled' ? 'paid' : 'released';
    return purchase.status === status && purchase.payments.every((payment) => payment.status === final);
  });

/** The cooperative says that the work for a redeemed voucher is done, and the purchase is paid. */
export async function completeWork(employee: ApiClient, manager: ApiClient, providerId: string, bought: Bought): Promise<void> {
  type Orders = { items: readonly { orderId: string; purchaseId: string }[] };
  const mine = (order: { purchaseId: string }): boolean => order.purchaseId === bought.purchaseId;
  const { items } = await until('the order', () => manager.get<Orders>(`/api/providers/${providerId}/orders?status=open`), (orders) => orders.items.some(mine));
  await manager.post(`/api/providers/${providerId}/orders/${items.find(mine)!.orderId}/completion`);
  await untilStatus(employee, bought, 'settled');
}

/** Steps 6 and 7: how the three purchases end. */
export const finish = {
  async redeemed(firm: Firm, { manager, providerId }: Cooperative, log: TourLog, bought: Bought): Promise<void> {
    const { code } = await firm.employee.get<{ code: string }>(`/api/vouchers/${bought.voucherId}`);
    await log.step('cooperativa', 'il voucher di un’altra persona è respinto', async () => {
      const refusal = await manager.refused(manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: firm.otherFiscalCode }));
      if (refusal.code !== 'voucher-wrong-holder') throw new Error(`the refusal says ${refusal.code}`);
    });
    const redemption = { code, holderFiscalCode: firm.employeeFiscalCode };
    await log.step('cooperativa', 'ritira il voucher della persona intestataria', () => manager.post('/api/vouchers/redemptions', redemption), 4_000);
    await log.step('cooperativa', 'un secondo ritiro risponde 409 e dice del primo', async () => {
      const refusal = await manager.refused(manager.post('/api/vouchers/redemptions', redemption));
      const first = refusal.problem.firstRedemption as { voucherId?: string } | undefined;
      if (refusal.status !== 409 || first?.voucherId !== bought.voucherId) throw new Error(`the refusal says ${JSON.stringify(refusal.problem)}`);
    });
    await log.step('cooperativa', 'segna il lavoro fatto: quanto era riservato diventa pagamento', () => completeWork(firm.employee, manager, providerId, bought));
  },

  async cancelled({ employee }: Firm, log: TourLog, bought: Bought): Promise<void> {
    await log.step('dipendente', `annulla prima dell’uso: ${euro(2_800)} e ${euro(1_200)} tornano al loro posto`, async () => {
      await employee.post(`/api/vouchers/${bought.voucherId}/cancellation`);
      await untilStatus(employee, bought, 'cancelled');
    });
  },

  async expired({ employee }: Firm, log: TourLog, bought: Bought): Promise<void> {
    await log.step('dipendente', 'aspetta: il voucher scade da solo e ogni centesimo torna', () => untilStatus(employee, bought, 'expired'));
  },
};
