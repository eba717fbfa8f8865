import type { LotPlan, LotTerms, PlanTerms } from '@salvatempo/contracts';
import { endOfRomeDay, romeDate, startOfRomeDay, type Cents, type Instant, type Refusal } from '@salvatempo/kernel';

/** A published version of a plan. */
export interface PlanVersion {
  readonly number: number;
  readonly publishedAt: Instant;
  readonly terms: PlanTerms;
  /** SHA-256 of its text. */
  readonly textHash: string;
  readonly review?: 'single-employee';
}

/** The version that holds on a day in Rome: the last one that has begun, if the plan isn't over by it. */
export function versionOn(versions: readonly PlanVersion[], day: string): PlanVersion | undefined {
  const begun = versions.filter(({ terms }) => terms.validFrom <= day).at(-1);
  return begun && day <= begun.terms.validTo ? begun : undefined;
}

/** Why no version holds on a day: nothing begun yet, or all over. */
export const whyNoVersion = (versions: readonly PlanVersion[], day: string): Refusal => {
  const first = versions[0]?.terms.validFrom ?? '';
  return day < first ? { code: 'plan-not-begun', params: { day: first } } : { code: 'plan-closed', params: { day: versions.at(-1)?.terms.validTo ?? '' } };
};

/** The group of the terms that somebody is in: the first one, so that nobody is given the amounts of two. */
export const groupOf = ({ groups }: PlanTerms, categories: readonly string[] = []): PlanTerms['groups'][number] | undefined =>
  groups.find(({ category }) => category === undefined || categories.includes(category));

/** What a lot takes along of a version. */
export function lotPlanOf(planId: string, { number, terms }: PlanVersion): LotPlan {
  const { validTo, residue, runOutDays } = terms;
  return { planId, version: number, endsAt: endOfRomeDay(validTo), residue, runOutDays };
}

/** Why a version doesn't let somebody be given a lot; undefined where it does. */
export function whyNoCredit({ terms }: PlanVersion, { letter, amountCents, validUntil }: LotTerms, people: readonly { readonly categories?: readonly string[] | undefined }[]): Refusal | undefined {
  if (!terms.letters.includes(letter)) return { code: 'plan-letter', params: { letter } };
  if (validUntil > endOfRomeDay(terms.validTo)) return { code: 'credit-beyond-plan', params: { day: terms.validTo } };
  const most = people.map(({ categories }) => groupOf(terms, categories)?.amountCents);
  if (most.includes(undefined)) return { code: 'person-not-in-plan' };
  return most.some((cents: Cents | undefined) => amountCents > cents!) ? { code: 'plan-amount' } : undefined;
}

/** First and last day of a period, `2026` or `2026-11`; credit of it is spent until the end of its year. Undefined where the plan gives by the other kind. */
export function periodOf({ period }: PlanTerms, text: string): { readonly firstDay: string; readonly lastDay: string } | undefined {
  if ((period === 'year') !== (text.length === 4)) return undefined;
  return { firstDay: period === 'year' ? `${text}-01-01` : `${text}-01`, lastDay: `${text.slice(0, 4)}-12-31` };
}

const latest = (...days: readonly string[]): string => days.reduce((last, day) => (day > last ? day : last));
const first = (...days: readonly string[]): string => days.reduce((least, day) => (day < least ? day : least));

/** The lot that a group's credit of a period is: a basket of the plan's letters, from the first day on which it can be given. */
export function groupLot(planId: string, version: PlanVersion, { amountCents, hours }: PlanTerms['groups'][number], period: { readonly firstDay: string; readonly lastDay: string }, at: Instant): LotTerms {
  const { letters, validFrom, validTo } = version.terms;
  const begins = startOfRomeDay(latest(period.firstDay, validFrom));
  return {
    amountCents, letter: letters[0]!, letters, origin: 'plan', unit: hours ? 'HOUR' : 'EUR',
    ...(hours && { hours }),
    validFrom: begins > at ? begins : at,
    validUntil: endOfRomeDay(first(period.lastDay, validTo)),
    plan: lotPlanOf(planId, version),
  };
}

/** Why terms can't be published now; undefined where they can. Changes go forward alone: nothing that was published is taken back. */
export function whyNotForward(versions: readonly PlanVersion[], { validFrom }: PlanTerms, at: Instant): Refusal | undefined {
  const last = versions.at(-1);
  const earliest = last && last.terms.validFrom >= romeDate(at) ? last.terms.validFrom : romeDate(at);
  return validFrom < romeDate(at) || (last && validFrom <= last.terms.validFrom) ? { code: 'plan-not-forward', params: { day: earliest } } : undefined;
}

/** What is wrong with terms in themselves; undefined where nothing is. */
export function whyBadTerms({ validFrom, validTo, groups, letters, residue }: PlanTerms): string | undefined {
  const names = groups.map(({ category = '' }) => category);
  if (validTo < validFrom) return 'validTo';
  if (new Set(names).size < names.length || names.slice(0, -1).includes('')) return 'groups';
  const isEarmark = residue.policy === 'earmark';
  if (isEarmark !== (residue.letters !== undefined && residue.days !== undefined)) return 'residue';
  return residue.letters?.some((letter) => !letters.includes(letter)) ? 'residue' : undefined;
}
