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
  transferOwedBack,
  transferPaidBack,
  transferReceived,
  voucherIssued,
  voucherRedeemed,
  workCompleted,
  type Holding,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type EventHandler, type Seen } from './follow-events';

class Purchase {
  /** What is held for it now, and what was paid for it, by holding. */
  readonly held = new Map<Holding, number>();
  readonly paid = new Map<Holding, number>();
  voucher: 'none' | 'issued' | 'redeemed' = 'none';
  end: 'open' | 'settled' | 'returned' = 'open';
  isDone = false;
  statementCents = 0;
  /** What its owner transferred: what pays a part, what is owed back, what was sent back. */
  receivedCents = 0;
  owedBackCents = 0;

  constructor(
    readonly totalCents: number,
    readonly incentiveCents: number,
    /** What the owner of a firm has to transfer before anything is issued. */
    readonly ownCents: number,
    /** Until when that is awaited. */
    readonly dueAt: string | undefined,
  ) {}

  paidBy(holding: Holding): number {
    return this.paid.get(holding) ?? 0;
  }

  get holds(): string {
    return [...this.held.keys()].join();
  }
}

type About = (purchaseId: string, act: (purchase: Purchase) => void) => void;
type OfHold = Seen<{ readonly purchaseId: string; readonly amountCents: number }>;

/**
 * Every purchase is paid whole or not at all: what was paid for it is its price, to the provider's statement too, once the
 * work is done; a purchase that ended otherwise holds and pays nothing. At rest none is under way for want of a message.
 */
export function purchaseRule(): Rule {
  const purchases = new Map<string, Purchase>();
  const about: About = (purchaseId, act) => {
    const purchase = purchases.get(purchaseId);
    if (purchase) act(purchase);
  };
  const begun = on(purchaseRequested, ({ data, expect }) => {
    const { purchaseId, totalCents, incentiveCents, creditCents, own } = data;
    const ownCents = own?.amountCents ?? 0;
    expect(
      incentiveCents + creditCents + ownCents === totalCents,
      () => `${purchaseId}: ${incentiveCents} + ${creditCents} + ${ownCents} isn't ${totalCents}`,
    );
    purchases.set(purchaseId, new Purchase(totalCents, incentiveCents, ownCents, own?.dueAt));
  });
  return followEvents('purchase', [begun, ...holdings(about), ...transfers(about), ...proof(about), ...ends(about)], (now, expect) => {
    for (const [id, purchase] of purchases) checkAtRest(id, purchase, now, expect);
  });
}

/** What is held, given back and paid, wherever it is decided. */
function holdings(about: About): readonly EventHandler[] {
  const hold =
    (holding: Holding) =>
    ({ data }: OfHold) =>
      about(data.purchaseId, ({ held }) => held.set(holding, data.amountCents));
  const release =
    (holding: Holding) =>
    ({ data }: OfHold) =>
      about(data.purchaseId, ({ held }) => held.delete(holding));
  const pay =
    (holding: Holding) =>
    ({ data }: OfHold) =>
      about(data.purchaseId, (purchase) => {
        purchase.held.delete(holding);
        purchase.paid.set(holding, purchase.paidBy(holding) + data.amountCents);
      });
  return [
    on(incentiveHeld, hold('incentive')),
    on(personCapHeld, hold('person-cap')),
    on(creditHeld, hold('credit')),
    on(incentiveReleased, release('incentive')),
    on(personCapReleased, release('person-cap')),
    on(creditReleased, release('credit')),
    on(incentivePaid, pay('incentive')),
    on(personCapUsed, pay('person-cap')),
    on(creditSpent, pay('credit')),
  ];
}

/** What an owner transfers pays their part once, whole, or is owed back; never more is sent back than is owed. */
function transfers(about: About): readonly EventHandler[] {
  return [
    on(transferReceived, ({ data: { purchaseId, amountCents }, expect }) =>
      about(purchaseId, (purchase) => {
        const right = amountCents === purchase.ownCents && purchase.receivedCents === 0 && purchase.end === 'open';
        expect(right, () => `${purchaseId}: ${amountCents} taken for ${purchase.ownCents}, ${purchase.end}`);
        purchase.receivedCents += amountCents;
      }),
    ),
    on(transferOwedBack, ({ data: { purchaseId, amountCents } }) =>
      about(purchaseId, (purchase) => (purchase.owedBackCents += amountCents)),
    ),
    on(transferPaidBack, ({ data: { purchaseId, amountCents }, expect }) =>
      about(purchaseId, (purchase) => {
        purchase.owedBackCents -= amountCents;
        expect(purchase.owedBackCents >= 0, () => `${purchaseId}: more sent back than was owed`);
      }),
    ),
  ];
}

/** Nobody is paid for what wasn't done, and nothing is done twice. */
function proof(about: About): readonly EventHandler[] {
  return [
    on(voucherIssued, ({ data, expect }) =>
      about(data.purchaseId, (purchase) => {
        expect(purchase.receivedCents === purchase.ownCents, () => `${data.purchaseId}: issued before the owner's transfer`);
        purchase.voucher = 'issued';
      }),
    ),
    on(voucherRedeemed, ({ data }) => about(data.purchaseId, (purchase) => (purchase.voucher = 'redeemed'))),
    on(workCompleted, ({ data: { purchaseId }, expect }) =>
      about(purchaseId, (purchase) => {
        expect(
          purchase.voucher === 'redeemed',
          () => `${purchaseId}: work was done for a voucher that nobody redeemed`,
        );
        expect(!purchase.isDone, () => `${purchaseId}: work was done twice`);
        purchase.isDone = true;
      }),
    ),
  ];
}

function ends(about: About): readonly EventHandler[] {
  return [
    on(purchaseSettled, ({ data: { purchaseId }, expect }) =>
      about(purchaseId, (purchase) => {
        const paidCents = purchase.paidBy('incentive') + purchase.paidBy('credit') + purchase.receivedCents;
        expect(
          paidCents === purchase.totalCents,
          () => `${purchaseId}: settled with ${paidCents} of ${purchase.totalCents} paid`,
        );
        expect(
          purchase.paidBy('person-cap') === purchase.incentiveCents,
          () => `${purchaseId}: the person's cap was used otherwise`,
        );
        expect(purchase.isDone, () => `${purchaseId}: paid before the work was done`);
        purchase.end = 'settled';
      }),
    ),
    on(purchaseReturned, ({ data: { purchaseId, ownCents }, expect }) =>
      about(purchaseId, (purchase) => {
        expect((ownCents ?? 0) === purchase.receivedCents, () => `${purchaseId}: ${ownCents ?? 0} of the owner's ${purchase.receivedCents} owed back`);
        purchase.owedBackCents += purchase.receivedCents;
        purchase.receivedCents = 0;
        const nothing = purchase.held.size === 0 && purchase.paid.size === 0;
        expect(
          nothing,
          () => `${purchaseId}: returned, and ${purchase.holds} held, ${[...purchase.paid.keys()].join()} paid`,
        );
        purchase.end = 'returned';
      }),
    ),
    on(statementEntryAdded, ({ data: { purchaseId, amountCents }, expect }) =>
      about(purchaseId, (purchase) => {
        purchase.statementCents += amountCents;
        const right = purchase.end === 'settled' && purchase.statementCents === purchase.totalCents;
        expect(right, () => `${purchaseId}: ${purchase.statementCents} of ${purchase.totalCents} on the statement`);
      }),
    ),
  ];
}

function checkAtRest(id: string, purchase: Purchase, now: string, expect: Seen<unknown>['expect']): void {
  const { end, voucher, isDone, held, statementCents, totalCents } = purchase;
  expect(
    end !== 'settled' || statementCents === totalCents,
    () => `${id}: settled, and not on the provider's statement`,
  );
  expect(end === 'open' || held.size === 0, () => `${id}: ${end}, and still holds ${purchase.holds}`);
  expect(!isDone || end === 'settled', () => `${id}: the work is done and not everything paid`);
  const awaitsTransfer = purchase.ownCents > 0 && purchase.receivedCents === 0 && now < purchase.dueAt!;
  expect(end !== 'open' || voucher !== 'none' || awaitsTransfer, () => `${id}: neither made nor refused`);
}
