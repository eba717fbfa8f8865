import { sumCents, type Cents } from '@salvatempo/kernel';
import type { Spending } from './spending';

/** What events say of a person who stands there by id alone. */
export interface PersonFacts {
  readonly sex?: 'female' | 'male' | undefined;
  /** Relatives under age when they were declared; undefined of who keeps none here, who may have some all the same. */
  readonly minors?: number | undefined;
}

export interface BySex {
  readonly posts: number;
  readonly hours: number;
}

/** What a provider declared of one month. */
export interface DeclaredWork {
  readonly providerId: string;
  readonly month: string;
  readonly women: BySex;
  readonly men: BySex;
  readonly extraOpeningHours?: number | undefined;
}

/** What a provider declared of all months together. */
export interface ProviderWork {
  readonly providerId: string;
  readonly months: number;
  readonly women: BySex;
  readonly men: BySex;
  /** Undefined where it never said. */
  readonly extraOpeningHours?: number;
}

export interface IndicatorFacts {
  readonly spendings: readonly Spending[];
  /** Headcount of each firm with a grant, by firm. */
  readonly employeesOf: ReadonlyMap<string, number>;
  /** Of those who used a voucher, as far as anything is known of them. */
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly work: readonly DeclaredWork[];
  /** Welfare plans that firms with a grant opened since the call did. */
  readonly plansOpened: number;
}

/** What a funder counts (rules, section 5.4). What nobody told is undefined, never 0. */
export interface Indicators {
  readonly vouchersIssued: number;
  readonly vouchersRedeemed: number;
  readonly redeemedCents: Cents;
  /** Each person once, however often they came; and how often they came. */
  readonly people: number;
  readonly accesses: number;
  /** The same people; of `unknown` nobody told. */
  readonly workers: { readonly women: number; readonly men: number; readonly unknown: number };
  /** Families of those people who keep relatives here, and the minors in them. Families can't be joined: one of which two people came counts twice. */
  readonly families?: number;
  readonly minors?: number;
  /** People of whose family nothing is known. */
  readonly withoutFamily: number;
  readonly services: readonly string[];
  readonly providers: number;
  /** Firms by size, in the classes of Recommendation 2003/361/EC: fewer than 10, 50, 250. */
  readonly firms: { readonly micro: number; readonly small: number; readonly medium: number; readonly large: number };
  /** By these firms, since the call opened. */
  readonly plansOpened: number;
  /** Of the call's providers that declared any. */
  readonly work: readonly ProviderWork[];
  /** Undefined where no provider declared any. */
  readonly workCreated?: { readonly women: BySex; readonly men: BySex };
  /** Hours in which services were open beyond what they were before; undefined where no provider said. */
  readonly extraOpeningHours?: number;
}

export function indicatorsOf({ spendings, employeesOf, people, work, plansOpened }: IndicatorFacts): Indicators {
  const issued = spendings.filter(({ voucherId }) => voucherId !== undefined);
  const redeemed = spendings.filter(({ stage }) => stage === 'redeemed' || stage === 'fulfilled' || stage === 'paid');
  const personIds = [...new Set(redeemed.map(({ personId }) => personId))];
  const sizes = [...employeesOf.values()];
  const between = (from: number, below: number): number => sizes.filter((count) => count >= from && count < below).length;
  const providerIds = new Set(spendings.map(({ providerId }) => providerId));
  return {
    vouchersIssued: issued.length,
    vouchersRedeemed: redeemed.length,
    redeemedCents: sumCents(redeemed.map(({ totalCents }) => totalCents)),
    people: personIds.length,
    accesses: redeemed.length,
    workers: workersAmong(personIds, people),
    ...familiesOf(personIds, people),
    services: [...new Set(redeemed.flatMap(({ serviceCode }) => serviceCode ?? []))].sort(),
    providers: new Set(redeemed.map(({ providerId }) => providerId)).size,
    firms: { micro: between(0, 10), small: between(10, 50), medium: between(50, 250), large: between(250, Infinity) },
    plansOpened,
    ...workOf(work.filter(({ providerId }) => providerIds.has(providerId))),
  };
}

function workersAmong(personIds: readonly string[], people: IndicatorFacts['people']): Indicators['workers'] {
  const count = (sex: PersonFacts['sex']): number => personIds.filter((id) => people.get(id)?.sex === sex).length;
  return { women: count('female'), men: count('male'), unknown: count(undefined) };
}

function familiesOf(personIds: readonly string[], people: IndicatorFacts['people']): Pick<Indicators, 'families' | 'minors' | 'withoutFamily'> {
  const known = personIds.flatMap((id) => people.get(id)?.minors ?? []);
  const withoutFamily = personIds.length - known.length;
  return known.length === 0 ? { withoutFamily } : { families: known.length, minors: sum(known), withoutFamily };
}

function workOf(declared: readonly DeclaredWork[]): Pick<Indicators, 'work' | 'workCreated' | 'extraOpeningHours'> {
  const work = [...new Set(declared.map(({ providerId }) => providerId))].map((providerId): ProviderWork => {
    const own = declared.filter((one) => one.providerId === providerId);
    return { providerId, months: own.length, women: total(own.map(({ women }) => women)), men: total(own.map(({ men }) => men)), ...said(own) };
  });
  if (work.length === 0) return { work };
  return { work, workCreated: { women: total(work.map(({ women }) => women)), men: total(work.map(({ men }) => men)) }, ...said(work) };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const total = (parts: readonly BySex[]): BySex => ({ posts: sum(parts.map(({ posts }) => posts)), hours: sum(parts.map(({ hours }) => hours)) });

/** Extra hours of opening of those who said any. */
function said(parts: readonly { readonly extraOpeningHours?: number | undefined }[]): { readonly extraOpeningHours?: number } {
  const hours = parts.flatMap(({ extraOpeningHours }) => extraOpeningHours ?? []);
  return hours.length === 0 ? {} : { extraOpeningHours: sum(hours) };
}
