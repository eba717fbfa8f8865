import {
  claimCreditDebited,
  claimCreditHeld,
  claimCreditReleased,
  contributionCreditHeld,
  contributionCreditReleased,
  contributionCreditSpent,
  creditAdded,
  creditHeld,
  creditPinned,
  creditReleased,
  creditSpent,
  creditWithdrawn,
  residueSettled,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { HoldBook, bookOf, isEarly } from './hold-book';

interface Share {
  readonly lotId: string;
  readonly amountCents: number;
  /** Of a lot of hours, whose minutes are what moves: the cents beside them are a price's, and of no lot. */
  readonly minutes?: number | undefined;
}

interface CreditHold {
  /** Of the account's euros; 0 where hours pay. */
  readonly amountCents: number;
  readonly priceCents: number;
  readonly minutes: number;
  readonly expiresAt: string;
  readonly lots: readonly Share[];
}

class Account {
  readonly holds = new HoldBook<CreditHold>();
  /** Cents, or minutes of a lot of hours, that can still be held or withdrawn, by lot. */
  private readonly lots = new Map<string, number>();
  /** Lots of hours, with what an hour is worth. */
  readonly hours = new Map<string, number>();
  heldMinutes = 0;

  move(shares: readonly Share[], sign: 1 | -1): void {
    for (const { lotId, amountCents, minutes = amountCents } of shares) this.lots.set(lotId, (this.lots.get(lotId) ?? 0) + sign * minutes);
  }

  begin(lotId: string, { amountCents, hours }: Begun): void {
    if (hours) this.hours.set(lotId, hours.hourCents);
    this.move([{ lotId, amountCents, minutes: hours?.minutes }], 1);
  }

  /** Why shares are of no unit or of two, or pay more than their minutes are worth (each by less than a cent, all together by nothing); undefined where they don't. */
  whyMixed(shares: readonly Share[]): string | undefined {
    for (const { lotId, amountCents, minutes } of shares) {
      const hourCents = this.hours.get(lotId);
      if ((hourCents !== undefined) !== (minutes !== undefined)) return `${lotId} moved in another unit than its own`;
      if (minutes !== undefined && (amountCents - 1) * 60 >= minutes * hourCents!) return `${minutes} minutes of ${lotId} paid ${amountCents}`;
    }
    const worth = shares.reduce((sum, { lotId, minutes = 0 }) => sum + minutes * (this.hours.get(lotId) ?? 0), 0);
    if (worth > 0 && totalOf(shares) * 60 > worth) return `hours worth ${worth} sixtieths of a cent paid ${totalOf(shares)}`;
    return undefined;
  }

  get isOverdrawn(): boolean {
    return [...this.lots.values()].some((cents) => cents < 0);
  }
}

interface Begun {
  readonly amountCents: number;
  readonly hours?: { readonly minutes: number; readonly hourCents: number } | undefined;
}

const minutesOf = (shares: readonly Share[]): number => shares.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
const totalOf = (shares: readonly Share[]): number => shares.reduce((sum, { amountCents }) => sum + amountCents, 0);
const asText = (shares: readonly Share[]): string =>
  shares
    .map(({ lotId, amountCents, minutes = 0 }) => `${lotId} ${amountCents} ${minutes}`)
    .sort()
    .join();

type Says = (id: string, told: number, account: Account) => () => string;

/** What claims do to an account: a claim's hold is pinned from the first, and all of it is paid or goes back. */
function claimHandlers(accountOf: (id: string) => Account, says: Says) {
  return [
    on(claimCreditHeld, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.claimId}`;
      expect(account.holds.open(data.claimId, { ...data, priceCents: data.amountCents, minutes: 0, expiresAt: '' }) && account.holds.pin(data.claimId), () => `${place}: held twice`);
      expect(totalOf(data.lots) === data.amountCents, () => `${place}: ${data.amountCents} held from lots of another sum`);
      account.move(data.lots, -1);
      expect(!account.isOverdrawn, () => `${place}: more is held than there was`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(claimCreditDebited, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.claimId}`;
      const hold = data.fromHold ? account.holds.close(data.claimId) : undefined;
      expect(totalOf(data.lots) === data.amountCents, () => `${place}: ${data.amountCents} paid from lots of another sum`);
      if (data.fromHold) {
        expect(asText(merged(data.lots, data.returned)) === asText(hold?.lots ?? []), () => `${place}: paid and gave back another sum than was held`);
        account.move(data.returned, 1);
      } else account.move(data.lots, -1);
      expect(!account.isOverdrawn, () => `${place}: more was paid than there was`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(claimCreditReleased, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.claimId}`;
      const hold = account.holds.close(data.claimId);
      expect(asText(data.returned) === asText(hold?.lots ?? []), () => `${place}: gave back ${asText(data.returned)} of ${asText(hold?.lots ?? [])}`);
      account.move(data.returned, 1);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
  ];
}

/** What contributions to funds do to an account: held from the first to their end, and then all of it is paid or goes back. */
function contributionHandlers(accountOf: (id: string) => Account, says: Says) {
  return [
    on(contributionCreditHeld, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.contributionId}`;
      expect(account.holds.open(data.contributionId, { ...data, priceCents: data.amountCents, minutes: 0, expiresAt: '' }) && account.holds.pin(data.contributionId), () => `${place}: held twice`);
      expect(totalOf(data.lots) === data.amountCents, () => `${place}: ${data.amountCents} held from lots of another sum`);
      account.move(data.lots, -1);
      expect(!account.isOverdrawn, () => `${place}: more is held than there was`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(contributionCreditSpent, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.contributionId}`;
      expect(account.holds.close(data.contributionId)?.amountCents === data.amountCents, () => `${place}: paid what wasn't held`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(contributionCreditReleased, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.contributionId}`;
      const hold = account.holds.close(data.contributionId);
      expect(asText(data.returned) === asText(hold?.lots ?? []), () => `${place}: gave back ${asText(data.returned)} of ${asText(hold?.lots ?? [])}`);
      account.move(data.returned, 1);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
  ];
}

/** Both lists as one, a share for each lot. */
function merged(some: readonly Share[], others: readonly Share[]): readonly Share[] {
  const sums = new Map<string, number>();
  for (const { lotId, amountCents } of [...some, ...others]) sums.set(lotId, (sums.get(lotId) ?? 0) + amountCents);
  return [...sums].map(([lotId, amountCents]) => ({ lotId, amountCents }));
}

/**
 * Credit: no lot is ever below zero; what is held comes from lots and goes back to the very same ones; a hold ends once, by
 * the clock only after its time and only unpinned; the figures in the events are the sum of their entries. What is left of a lot is all of it that can still
 * be spent, and goes on in another lot to the cent or leaves the account.
 */
export function creditRule(): Rule {
  const accounts = new Map<string, Account>();
  const accountOf = (id: string): Account => bookOf(accounts, id, () => new Account());
  const says = (id: string, told: number, account: Account) => () =>
    `${id}: says ${told} held, and ${account.holds.heldCents} are`;
  const handlers = [
    on(creditAdded, ({ data, expect }) => {
      accountOf(data.accountId).begin(data.lotId, data.lot);
      expect((data.lot.unit === 'HOUR') === (data.lot.hours !== undefined), () => `${data.lotId}: of ${data.lot.unit} with ${data.lot.hours ? '' : 'no '}minutes`);
    }),
    on(creditWithdrawn, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      account.move(data.lots, -1);
      expect(
        totalOf(data.lots) === data.amountCents && minutesOf(data.lots) === (data.minutes ?? 0),
        () => `${data.accountId}: withdrew ${data.amountCents} from lots of another sum`,
      );
      expect(!account.isOverdrawn, () => `${data.accountId}: more was withdrawn than there was`);
    }),
    on(creditHeld, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.purchaseId}`;
      const { amountCents: priceCents, minutes = 0 } = data;
      expect(account.holds.open(data.purchaseId, { ...data, amountCents: minutes > 0 ? 0 : priceCents, priceCents, minutes }), () => `${place}: held twice`);
      expect(
        totalOf(data.lots) === priceCents && minutesOf(data.lots) === minutes,
        () => `${place}: ${priceCents} (${minutes} minutes) held from lots of another sum`,
      );
      expect(account.whyMixed(data.lots) === undefined, () => `${place}: ${account.whyMixed(data.lots)}`);
      account.heldMinutes += minutes;
      expect((data.heldMinutes ?? 0) === account.heldMinutes, () => `${place}: says ${data.heldMinutes} minutes held, ${account.heldMinutes} are`);
      account.move(data.lots, -1);
      expect(!account.isOverdrawn, () => `${place}: more is held than there was`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(creditPinned, ({ data, expect }) =>
      expect(
        accountOf(data.accountId).holds.pin(data.purchaseId),
        () => `${data.accountId} pinned no hold of ${data.purchaseId}`,
      ),
    ),
    on(creditReleased, ({ data, time, expect }) => {
      const account = accountOf(data.accountId);
      const place = `${data.accountId} for ${data.purchaseId}`;
      const hold = account.holds.close(data.purchaseId);
      expect(
        asText(data.lots) === asText(hold?.lots ?? []),
        () => `${place}: gave back ${asText(data.lots)} of ${asText(hold?.lots ?? [])}`,
      );
      expect(
        !hold || !isEarly(hold, data.reason, time),
        () => `${place}: expired at ${time}, pinned ${hold?.pinned}, good until ${hold?.expiresAt}`,
      );
      account.move(hold?.lots ?? [], 1);
      account.heldMinutes -= hold?.minutes ?? 0;
      expect((data.heldMinutes ?? 0) === account.heldMinutes, () => `${place}: says ${data.heldMinutes} minutes held, ${account.heldMinutes} are`);
      expect(account.holds.heldCents === data.heldCents, says(place, data.heldCents, account));
    }),
    on(creditSpent, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      const hold = account.holds.close(data.purchaseId);
      expect(
        hold?.priceCents === data.amountCents && hold.minutes === (data.minutes ?? 0),
        () => `${data.accountId}: spent for ${data.purchaseId} what wasn't held`,
      );
      account.heldMinutes -= hold?.minutes ?? 0;
      expect((data.heldMinutes ?? 0) === account.heldMinutes, () => `${data.accountId}: says ${data.heldMinutes} minutes held, ${account.heldMinutes} are`);
      expect(account.holds.heldCents === data.heldCents, says(data.accountId, data.heldCents, account));
    }),
    on(residueSettled, ({ data, expect }) => {
      const account = accountOf(data.accountId);
      account.move([data], -1);
      expect(account.hours.has(data.lotId) === (data.minutes !== undefined), () => `${data.accountId}: ${data.lotId} ended in another unit than its own`);
      expect(!account.isOverdrawn, () => `${data.accountId}: more was left of ${data.lotId} than there was`);
      if (data.to) {
        account.begin(data.to.lotId, data.to.lot);
        const { amountCents, hours } = data.to.lot;
        const whole = amountCents === data.amountCents && (!hours || hours.minutes === data.minutes);
        expect(whole, () => `${data.accountId}: of ${data.amountCents} left ${amountCents} went on`);
      }
      expect((data.to !== undefined) === ['carry-over', 'earmark'].includes(data.policy), () => `${data.accountId}: residue by ${data.policy} went to ${data.to?.lotId ?? 'no lot'}`);
      expect(account.holds.heldCents === data.heldCents, says(data.accountId, data.heldCents, account));
    }),
    ...claimHandlers(accountOf, says),
    ...contributionHandlers(accountOf, says),
  ];
  return followEvents('credit', handlers, (now, expect) => {
    for (const [id, { holds }] of accounts)
      expect(
        holds.overdue(now).length === 0,
        () => `${id}: holds past their time at ${now}: ${holds.overdue(now).join()}`,
      );
  });
}
