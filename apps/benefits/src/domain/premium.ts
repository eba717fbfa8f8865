import { shareOf, type BasisPoints, type Cents, type Instant } from '@salvatempo/kernel';

/** A row of docs/rules/pdr-rule.json, as far as a premium needs it. Gross euro cents. */
export interface PremiumRule {
  readonly taxBasisPoints: BasisPoints;
  readonly capCents: Cents;
  readonly incomeLimitCents: Cents;
}

/** Why a premium isn't taxed at the substitute rate. It may tell what somebody earned, and is in no event. */
export type NotFavoured = 'contract' | 'income' | 'waived';

export interface PremiumFacts {
  readonly contractEligible: boolean;
  /** Employment income of the year before; read, and kept nowhere. */
  readonly incomeCents: Cents;
  /** The person gave the substitute tax up in writing. */
  readonly waived: boolean;
}

/** Undefined where the substitute tax holds (L. 208/2015 c. 182-187): up to the income limit exactly it does. */
export function whyNotFavoured({ contractEligible, incomeCents, waived }: PremiumFacts, { incomeLimitCents }: PremiumRule): NotFavoured | undefined {
  if (!contractEligible) return 'contract';
  if (incomeCents > incomeLimitCents) return 'income';
  return waived ? 'waived' : undefined;
}

/** What of a premium is paid how. Euro cents, gross. */
export interface PremiumShares {
  readonly convertedCents: Cents;
  readonly favouredCents: Cents;
  readonly ordinaryCents: Cents;
}

/** The cap of a year is of a person, over all employers (L. 208/2015 c. 182). Euro cents, gross. */
export interface PremiumCap {
  readonly capCents: Cents;
  /** Converted, or paid at the substitute tax, by other employers in the year, as the person declares; by default nothing. */
  readonly otherEmployersCents?: Cents;
}

/** What of the cap other employers left, never below nothing. */
export const capLeftOf = ({ capCents, otherEmployersCents = 0 }: PremiumCap): Cents => Math.max(0, capCents - otherEmployersCents);

/** The cap is one, for what becomes credit and what is paid, here and by other employers: the rest of the premium is ordinary pay. */
export function sharesOfPremium(amountCents: Cents, convertedCents: Cents, { favoured, ...cap }: PremiumCap & { readonly favoured: boolean }): PremiumShares {
  const left = amountCents - convertedCents;
  const favouredCents = favoured ? Math.min(left, Math.max(0, capLeftOf(cap) - convertedCents)) : 0;
  return { convertedCents, favouredCents, ordinaryCents: left - favouredCents };
}

export interface PremiumRates {
  readonly contributionsBasisPoints: BasisPoints;
  readonly taxBasisPoints: BasisPoints;
}

/** An amount and what is left of it in the person's hands. Euro cents. */
export interface NetAmount {
  readonly grossCents: Cents;
  readonly contributionsCents: Cents;
  readonly baseCents: Cents;
  readonly taxCents: Cents;
  readonly netCents: Cents;
}

/** Contributions first, then the substitute tax on the rest, each rounded half up to the cent. */
export function netOf(grossCents: Cents, { contributionsBasisPoints, taxBasisPoints }: PremiumRates): NetAmount {
  const contributionsCents = shareOf(grossCents, contributionsBasisPoints);
  const baseCents = grossCents - contributionsCents;
  const taxCents = shareOf(baseCents, taxBasisPoints);
  return { grossCents, contributionsCents, baseCents, taxCents, netCents: baseCents - taxCents };
}

/** The same amount both ways, and what happens to the rest of the premium in either case. */
export interface PremiumComparison {
  readonly cash: NetAmount;
  readonly welfare: NetAmount;
  /** Paid in money whatever is chosen. */
  readonly rest: { readonly favoured: NetAmount; readonly ordinaryCents: Cents; readonly ordinaryBaseCents: Cents };
}

export type PremiumTerms = PremiumRates & PremiumCap & { readonly amountCents: Cents; readonly favoured: boolean };

/** What so much of a premium comes to as money and as credit. Neither is advised: one can be spent on anything, the other on what its letter admits. */
export function comparisonOf(convertedCents: Cents, terms: PremiumTerms): PremiumComparison {
  const { favouredCents, ordinaryCents } = sharesOfPremium(terms.amountCents, convertedCents, terms);
  return {
    cash: netOf(convertedCents, terms),
    welfare: netOf(convertedCents, { contributionsBasisPoints: 0, taxBasisPoints: 0 }),
    rest: { favoured: netOf(favouredCents, terms), ordinaryCents, ordinaryBaseCents: netOf(ordinaryCents, { ...terms, taxBasisPoints: 0 }).netCents },
  };
}

/** A person's premium of a year with a firm: offered, then chosen once for all. */
export type Premium =
  | { readonly status: 'absent' }
  | (OfferedPremium & { readonly status: 'offered' })
  | (OfferedPremium & PremiumShares & { readonly status: 'chosen'; readonly by: 'person' | 'deadline' | 'nothing'; readonly letter?: string; readonly chosenAt?: Instant });

export interface OfferedPremium extends PremiumTerms {
  readonly premiumId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly contractId: string;
  /** Tax year that it belongs to. */
  readonly year: number;
  /** `YYYY-MM-DD`, of the payroll. */
  readonly paidOn: string;
  /** May become credit; 0 where nothing may. */
  readonly convertibleCents: Cents;
  readonly letters: readonly string[];
  readonly chooseUntil: Instant;
  readonly creditUntil: Instant;
}

export const premium = {
  service: 'benefits',
  name: 'premium',
  prefix: 'prm',
  schema: 1,
  initial: { status: 'absent' } as Premium,
  deadline: (state: Premium): Instant | undefined => (state.status === 'offered' ? state.chooseUntil : undefined),
};

/** Beside the state alone: why the substitute tax doesn't hold. */
export const whyOf = (personal: Readonly<Record<string, unknown>> | undefined): NotFavoured | undefined => personal?.['why'] as NotFavoured | undefined;
