import type { SeededRandomness } from '@salvatempo/testing';
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
}

export interface Firm {
  readonly owner: Person;
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

/** A voucher as its holder sees it. */
export interface KnownVoucher {
  readonly voucherId: string;
  readonly code: string;
  readonly holder: Employee;
  readonly providerId: string;
}

/** A question of a survey, as whoever answers sees it. */
export interface Question {
  readonly code: string;
  readonly choices: readonly { readonly code: string }[];
}

/** Everybody who uses the product, and what they know from its answers. Nothing here looks into the product. */
export class Territory {
  /** Who came first with the link of the first start. */
  operator: Person | undefined;
  /** How often somebody has acted so far. */
  acts = 0;
  readonly firms: Firm[] = [];
  readonly cooperatives: Cooperative[] = [];
  readonly callIds: string[] = [];
  readonly networkIds: string[] = [];
  readonly surveys: { readonly firm: Firm; readonly surveyId: string; readonly token: string }[] = [];
  /** Of a survey that somebody looked at. */
  questions: readonly Question[] | undefined;
  readonly vouchers: KnownVoucher[] = [];
  readonly orders: { readonly cooperative: Cooperative; readonly orderId: string }[] = [];

  constructor(
    readonly desk: Desk,
    readonly randomness: SeededRandomness,
  ) {}

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
