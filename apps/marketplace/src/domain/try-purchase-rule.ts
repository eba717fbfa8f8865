import type { CallTerms, QuotedOn } from '@salvatempo/contracts';
import type { Cents, Instant } from '@salvatempo/kernel';
import { whoPaysWhat } from './who-pays-what';

/** What happened to purchases, in the order of the journal. */
export type PastPurchase =
  | {
      readonly kind: 'requested';
      readonly purchaseId: string;
      readonly firmId: string;
      readonly personId: string;
      readonly at: Instant;
      readonly priceCents: Cents;
      readonly incentiveCents: Cents;
      readonly allotmentId?: string | undefined;
      readonly callId?: string | undefined;
      readonly quotedOn: QuotedOn;
    }
  /** Refused or ended: what it held went back. */
  | { readonly kind: 'given-back'; readonly purchaseId: string }
  | { readonly kind: 'settled'; readonly purchaseId: string };

export interface PurchasePlace {
  /** Belfiore code; empty where it isn't known. */
  readonly municipality: string;
  readonly purchases: number;
  readonly cents: Cents;
}

/** What a call gave to purchases. */
export interface PurchaseOutcome {
  readonly firms: number;
  readonly people: number;
  readonly purchases: number;
  readonly cents: Cents;
  readonly byMunicipality: readonly PurchasePlace[];
}

/** What one purchase got, and from where. */
interface Share {
  readonly allotmentId: string;
  readonly callId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly municipality: string;
  readonly cents: Cents;
}

/** Amounts and counts by some key; what comes to nothing isn't there. */
class Sums {
  private readonly sums = new Map<string, number>();

  of(key: string): number {
    return this.sums.get(key) ?? 0;
  }

  add(key: string, amount: number): void {
    const sum = this.of(key) + amount;
    if (sum === 0) this.sums.delete(key);
    else this.sums.set(key, sum);
  }

  get entries(): readonly (readonly [string, number])[] {
    return [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Under one rule, what each allotment and person has used, and what the call that is tried came to. */
class Course {
  readonly ofAllotment = new Sums();
  readonly ofPerson = new Sums();
  private readonly firms = new Sums();
  private readonly people = new Sums();
  private readonly purchasesOf = new Sums();
  private readonly centsOf = new Sums();
  private cents = 0;
  private purchases = 0;

  constructor(private readonly callId: string) {}

  /** `way` 1 for a purchase that is made, -1 for one that gives back. */
  count({ allotmentId, callId, firmId, personId, municipality, cents }: Share, way: 1 | -1): void {
    this.ofAllotment.add(allotmentId, way * cents);
    this.ofPerson.add(capOf(callId, personId), way * cents);
    if (callId !== this.callId) return;
    this.cents += way * cents;
    this.purchases += way;
    this.firms.add(firmId, way);
    this.people.add(personId, way);
    this.purchasesOf.add(municipality, way);
    this.centsOf.add(municipality, way * cents);
  }

  outcome(): PurchaseOutcome {
    const byMunicipality = this.purchasesOf.entries.map(([municipality, purchases]) => ({ municipality, purchases, cents: this.centsOf.of(municipality) }));
    return { firms: this.firms.entries.length, people: this.people.entries.length, purchases: this.purchases, cents: this.cents, byMunicipality };
  }
}

const capOf = (callId: string, personId: string): string => `${callId}/${personId}`;

/**
 * Decides purchases once more, in their order and on what their quotes rested on, with other terms for one call. What an allotment
 * and a person have left is what was recorded, less what the other rule gave more until then. Holds nothing of a purchase that is
 * over. A pure function of what it is told; `termsOf` knows the terms of every call that a quote names, the tried ones for the call
 * that is tried.
 */
export class PurchaseRuleTrial {
  private readonly actual: Course;
  private readonly tried: Course;
  private readonly open = new Map<string, { readonly actual?: Share; readonly tried?: Share }>();
  private count = 0;

  constructor(
    callId: string,
    private readonly termsOf: (callId: string) => CallTerms | undefined,
  ) {
    this.actual = new Course(callId);
    this.tried = new Course(callId);
  }

  /** Purchases that were decided again so far. */
  get decisions(): number {
    return this.count;
  }

  take(past: PastPurchase): void {
    if (past.kind === 'requested') return this.request(past);
    const shares = this.open.get(past.purchaseId);
    this.open.delete(past.purchaseId);
    if (past.kind === 'settled' || !shares) return;
    if (shares.actual) this.actual.count(shares.actual, -1);
    if (shares.tried) this.tried.count(shares.tried, -1);
  }

  outcome(): { readonly actual: PurchaseOutcome; readonly tried: PurchaseOutcome } {
    return { actual: this.actual.outcome(), tried: this.tried.outcome() };
  }

  private request(past: Extract<PastPurchase, { kind: 'requested' }>): void {
    const { purchaseId, firmId, personId, at, priceCents, incentiveCents, quotedOn } = past;
    this.count++;
    const shareOf = (allotmentId: string, callId: string, cents: Cents): Share => {
      const municipality = quotedOn.allotments.find((one) => one.allotmentId === allotmentId)?.municipality ?? '';
      return { allotmentId, callId, firmId, personId, municipality, cents };
    };
    // Before either is counted: both stand where this purchase met them.
    const again = whoPaysWhat(priceCents, quotedOn.serviceCode, this.available(quotedOn, personId), at);
    const actual = incentiveCents > 0 ? shareOf(past.allotmentId!, past.callId!, incentiveCents) : undefined;
    const tried = again.incentive && shareOf(again.incentive.allotmentId, again.incentive.callId, again.incentiveCents);
    if (actual) this.actual.count(actual, 1);
    if (tried) this.tried.count(tried, 1);
    if (actual || tried) this.open.set(purchaseId, { ...(actual && { actual }), ...(tried && { tried }) });
  }

  private available({ allotments }: QuotedOn, personId: string): Parameters<typeof whoPaysWhat>[2] {
    return allotments.flatMap(({ allotmentId, callId, freeCents, personUsedCents }) => {
      const terms = this.termsOf(callId);
      if (!terms) return [];
      const cap = capOf(callId, personId);
      const allotmentFreeCents = Math.max(0, freeCents + this.actual.ofAllotment.of(allotmentId) - this.tried.ofAllotment.of(allotmentId));
      return [{ allotmentId, callId, terms, allotmentFreeCents, personUsedCents: Math.max(0, personUsedCents - this.actual.ofPerson.of(cap) + this.tried.ofPerson.of(cap)) }];
    });
  }
}
