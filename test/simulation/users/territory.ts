import type { SeededRandomness } from '@salvatempo/testing';
import { Deck } from '../run/deck';
import type { InventedPerson } from './invented';
import { Person, type Desk } from './person';

export interface Employee {
  readonly invented: InventedPerson;
  readonly person: Person;
  readonly firm: Firm;
  /** What this employee bought, as far as an answer said so. */
  readonly purchases: string[];
  /** Quotes that were seen, the latest last. */
  readonly quotes: Quote[];
}

export interface Quote {
  readonly quoteId: string;
  readonly offerId: string;
  readonly totalCents: number;
  readonly maxValidityDays: number;
  readonly paysWith: 'hours' | 'euro';
}

export interface Firm {
  readonly owner: Person;
  /** Whom it declares as its owner, once it does. */
  readonly declaredOwner: InventedPerson;
  readonly vatNumber: string;
  readonly headcount: number;
  firmId?: string;
  readonly planIds: string[];
  readonly staff: InventedPerson[];
  readonly employees: Employee[];
}

export interface Cooperative {
  readonly manager: Person;
  readonly vatNumber: string;
  providerId?: string;
}

/** An adviser's office or association, with whoever acts for it. */
export interface Intermediary {
  readonly intermediaryId: string;
  readonly vatNumber: string;
  readonly members: { readonly invented: InventedPerson; readonly person: Person; readonly personId: string }[];
}

/** A voucher as its holder sees it. */
export interface KnownVoucher {
  readonly voucherId: string;
  readonly code: string;
  /** Who acts for it and whose codice fiscale it takes: an employee, or a firm's administrator for its owner. */
  readonly holder: Pick<Employee, 'invented' | 'person'>;
  readonly providerId: string;
}

/** A question of a survey, as whoever answers sees it. */
export interface Question {
  readonly code: string;
  readonly choices: readonly { readonly code: string }[];
}

/** Calls that can be opened, against each other; see the operator's acts for what they are. */
const CALL_KINDS = { usual: 0.2, poor: 0.15, later: 0.15, short: 0.1, stingy: 0.15, 'fussy-0': 0.1, 'fussy-1': 0.1, 'fussy-2': 0.05, 'fussy-3': 0.1, 'fussy-4': 0.1, aid: 0.2, ranked: 0.15 };

/** Edits of the general ceiling of aid; see the rules' acts. */
const CEILING_EDITS = { right: 0.2, overlapping: 0.05, gap: 0.05, short: 0.05, past: 0.05, unknown: 0.05, same: 0.05, unlike: 0.05 };
export type CeilingEdit = keyof typeof CEILING_EDITS;

/** Everybody who uses the product, and what they know from its answers. Nothing here looks into the product. */
export class Territory {
  /** Who came first with the link of the first start. */
  operator: Person | undefined;
  /** How often somebody has acted so far. */
  acts = 0;
  readonly firms: Firm[] = [];
  readonly cooperatives: Cooperative[] = [];
  readonly callIds: string[] = [];
  /** Who decides claims. */
  readonly validators: Person[] = [];
  /** Kinds of calls that can be opened. */
  readonly callKinds: Deck;
  readonly ceilingEdits: Deck<CeilingEdit>;
  readonly networkIds: string[] = [];
  /** What was ordered for owners. */
  readonly ownPurchases: { readonly firm: Firm; readonly purchaseId: string }[] = [];
  readonly intermediaries: Intermediary[] = [];
  /** Partite IVA of firms that are to be contacted. */
  readonly awaited: string[] = [];
  readonly surveys: { readonly firm: Firm; readonly surveyId: string; readonly token: string }[] = [];
  /** Of a survey that somebody looked at. */
  questions: readonly Question[] | undefined;
  readonly vouchers: KnownVoucher[] = [];
  readonly orders: { readonly cooperative: Cooperative; readonly orderId: string }[] = [];

  constructor(
    readonly desk: Desk,
    readonly randomness: SeededRandomness,
  ) {
    this.callKinds = new Deck(CALL_KINDS, randomness);
    this.ceilingEdits = new Deck(CEILING_EDITS, randomness);
  }

  /** Whether the territory, which grows with time, has room for one more: `atFirst`, and one for so many acts. */
  hasRoom(count: number, atFirst: number, actsForOne: number): boolean {
    return count < atFirst + this.acts / actsForOne;
  }

  newPerson(name: string): Person {
    return new Person(name, this.desk, this.randomness.fork(`person ${name}`));
  }

  get employees(): readonly Employee[] {
    return this.firms.flatMap((firm) => firm.employees);
  }
}

/** One of the last few, so that what is under way now is met more often than what is over. */
export const recent = <T>(items: readonly T[], randomness: SeededRandomness, most = 6): T | undefined =>
  items.length === 0 ? undefined : items[items.length - 1 - randomness.below(Math.min(most, items.length))];
