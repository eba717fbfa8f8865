import { eventually } from '@salvatempo/testing';
import type { Answer, Caller } from './caller';
import { PRICE_CENTS, type Employee, type Territory } from './territory';

const PATIENCE = { withinMs: 60_000, everyMs: 20 };
/** Answers after which the same request is sent again with the same key. */
const AGAIN = new Set(['try-later', 'request-in-flight']);

export interface Bought {
  readonly employee: Employee;
  readonly key: string;
  readonly body: object;
  readonly text: string;
  readonly purchaseId: string;
}

/** Sends a request until it is answered for good: through crashes, with the same key. */
export const insist = (caller: Caller, path: string, body: unknown, key: string): Promise<Answer> =>
  eventually(
    async () => {
      const answer = await caller.post(path, body, { key });
      return AGAIN.has(answer.body.code) ? undefined : answer;
    },
    `an answer of ${path} with ${key}`,
    PATIENCE,
  ) as Promise<Answer>;

/** Looks at a quote and buys on it, again where it has changed meanwhile, until the answer is yes. */
export async function buy(caller: Caller, employee: Employee, { offerId }: Territory, key: string): Promise<Bought> {
  for (let round = 0; round < 20; round++) {
    const { body: quote } = await eventually(async () => {
      const answer = await caller.get(`/api/marketplace/quotes?offerId=${offerId}`);
      return answer.status === 200 && answer;
    }, 'a quote', PATIENCE);
    const body = { offerId, quoteId: quote.quoteId, totalCents: PRICE_CENTS };
    const answer = await insist(caller, '/api/marketplace/purchases', body, `${key}-${round}`);
    if (answer.status === 202) return { employee, key: `${key}-${round}`, body, text: answer.text, purchaseId: answer.body.purchaseId };
    if (answer.body.code !== 'quote-changed') throw new Error(`${key} is answered ${answer.status} ${answer.text}`);
  }
  throw new Error(`${key}: the quote never stood still`);
}

/** Redeems a purchase's voucher and completes the work, through crashes. */
export async function fulfil(manager: Caller, buyer: Caller, { providerId }: Territory, { employee, purchaseId, key }: Bought): Promise<void> {
  const { voucherId } = await purchaseBecomes(buyer, purchaseId, 'active');
  const { code } = await eventually(async () => (await buyer.get(`/api/vouchers/${voucherId}`)).body as { code: string }, 'the voucher', PATIENCE);
  const redeemed = await insist(manager, '/api/vouchers/redemptions', { code, holderFiscalCode: employee.fiscalCode }, `redeem-${key}`);
  if (redeemed.status >= 300) throw new Error(`redemption of ${key} is answered ${redeemed.text}`);
  const order = await eventually(async () => {
    const { body } = await manager.get(`/api/providers/${providerId}/orders?limit=100`);
    return body.items.find((one: { purchaseId: string }) => one.purchaseId === purchaseId) as { orderId: string } | undefined;
  }, 'the order', PATIENCE);
  const done = await insist(manager, `/api/providers/${providerId}/orders/${order.orderId}/completion`, {}, `complete-${key}`);
  if (done.status >= 300) throw new Error(`completion of ${key} is answered ${done.text}`);
}

export const purchaseBecomes = (buyer: Caller, purchaseId: string, status: string): Promise<Answer['body']> =>
  eventually(async () => {
    const { body } = await buyer.get(`/api/marketplace/purchases/${purchaseId}`);
    if (body.status !== status) throw new Error(`it is ${body.status}${body.refusal ? `, ${body.refusal.code}` : ''}`);
    return body;
  }, `purchase ${purchaseId} to be ${status}`, PATIENCE) as Promise<Answer['body']>;
