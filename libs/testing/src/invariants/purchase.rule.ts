import {
  creditHeld,
  creditReleased,
  creditSpent,
  incentiveHeld,
  incentivePaid,
  incentiveReleased,
  personCapHeld,
  personCapReleased,
  personCapUsed,
  purchaseRequested,
  purchaseReturned,
  purchaseSettled,
  statementEntryAdded,
  voucherIssued,
  voucherRedeemed,
  workCompleted,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

interface Purchase {
  readonly totalCents: number;
  readonly incentiveCents: number;
  readonly creditCents: number;
  /** What is held for it now, by holding. */
  readonly held: Map<string, number>;
  readonly paid: Map<string, number>;
  voucher: 'none' | 'issued' | 'redeemed';
  end: 'open' | 'settled' | 'returned';
  done: boolean;
  statementCents: number;
}

const sum = (amounts: Map<string, number>): number => [...amounts.values()].reduce((total, cents) => total + cents, 0);

/**
 * Every purchase is paid whole or not at all: what was paid for it is its price, to the provider's statement too, once the
 * work is done; a purchase that ended otherwise holds and pays nothing. At rest none is under way for want of a message.
 */
export function purchaseRule(): Rule {
  const purchases = new Map<string, Purchase>();
  const of = (purchaseId: string, act: (purchase: Purchase) => void): void => {
    const purchase = purchases.get(purchaseId);
    if (purchase) act(purchase);
  };
  const hold = (holding: string) => on2((purchase, cents) => purchase.held.set(holding, cents));
  const release = (holding: string) => on2((purchase) => purchase.held.delete(holding));
  const pay = (holding: string) =>
    on2((purchase, cents) => {
      purchase.held.delete(holding);
      purchase.paid.set(holding, (purchase.paid.get(holding) ?? 0) + cents);
    });
  /** A handler of an event that names a purchase and an amount. */
  const on2 =
    (act: (purchase: Purchase, cents: number) => void) =>
    ({ data }: { data: { purchaseId: string; amountCents: number } }): void =>
      of(data.purchaseId, (purchase) => act(purchase, data.amountCents));
  return followEvents(
    'purchase',
    [
      on(purchaseRequested, ({ data, expect }) => {
        const { totalCents, incentiveCents, creditCents } = data;
        expect(
          incentiveCents + creditCents === totalCents,
          () => `${data.purchaseId}: ${incentiveCents} + ${creditCents} isn't ${totalCents}`,
        );
        const parts = {
          held: new Map<string, number>(),
          paid: new Map<string, number>(),
          voucher: 'none',
          end: 'open',
        } as const;
        purchases.set(data.purchaseId, {
          totalCents,
          incentiveCents,
          creditCents,
          ...parts,
          done: false,
          statementCents: 0,
        });
      }),
      on(incentiveHeld, hold('incentive')),
      on(personCapHeld, hold('person-cap')),
      on(creditHeld, hold('credit')),
      on(incentiveReleased, release('incentive')),
      on(personCapReleased, release('person-cap')),
      on(creditReleased, release('credit')),
      on(incentivePaid, pay('incentive')),
      on(personCapUsed, pay('person-cap')),
      on(creditSpent, pay('credit')),
      on(voucherIssued, ({ data }) => of(data.purchaseId, (purchase) => (purchase.voucher = 'issued'))),
      on(voucherRedeemed, ({ data }) => of(data.purchaseId, (purchase) => (purchase.voucher = 'redeemed'))),
      on(workCompleted, ({ data, expect }) =>
        of(data.purchaseId, (purchase) => {
          expect(
            purchase.voucher === 'redeemed',
            () => `${data.purchaseId}: work was done for a voucher that nobody redeemed`,
          );
          expect(!purchase.done, () => `${data.purchaseId}: work was done twice`);
          purchase.done = true;
        }),
      ),
      on(purchaseSettled, ({ data, expect }) =>
        of(data.purchaseId, (purchase) => {
          const paidCents = (purchase.paid.get('incentive') ?? 0) + (purchase.paid.get('credit') ?? 0);
          expect(
            paidCents === purchase.totalCents,
            () => `${data.purchaseId}: settled with ${paidCents} of ${purchase.totalCents} paid`,
          );
          expect(
            (purchase.paid.get('person-cap') ?? 0) === purchase.incentiveCents,
            () => `${data.purchaseId}: the person's cap was used otherwise`,
          );
          expect(purchase.done, () => `${data.purchaseId}: paid before the work was done`);
          purchase.end = 'settled';
        }),
      ),
      on(purchaseReturned, ({ data, expect }) =>
        of(data.purchaseId, (purchase) => {
          expect(
            purchase.held.size === 0 && purchase.paid.size === 0,
            () => `${data.purchaseId}: returned, but ${sum(purchase.held)} held, ${sum(purchase.paid)} paid`,
          );
          purchase.end = 'returned';
        }),
      ),
      on(statementEntryAdded, ({ data, expect }) =>
        of(data.purchaseId, (purchase) => {
          purchase.statementCents += data.amountCents;
          expect(
            purchase.end === 'settled' && purchase.statementCents === purchase.totalCents,
            () => `${data.purchaseId}: ${purchase.statementCents} of ${purchase.totalCents} on the statement`,
          );
        }),
      ),
    ],
    (_now, expect) => {
      for (const [id, purchase] of purchases) {
        const { end, voucher, done, held } = purchase;
        expect(
          end !== 'settled' || purchase.statementCents === purchase.totalCents,
          () => `${id}: settled, and not on the provider's statement`,
        );
        expect(
          end !== 'settled' || held.size === 0,
          () => `${id}: settled, and still holds ${[...held.keys()].join()}`,
        );
        expect(
          end !== 'returned' || held.size === 0,
          () => `${id}: returned, and still holds ${[...held.keys()].join()}`,
        );
        expect(!done || end === 'settled', () => `${id}: the work is done and not everything paid`);
        expect(end !== 'open' || voucher !== 'none', () => `${id}: neither made nor refused`);
      }
    },
  );
}
