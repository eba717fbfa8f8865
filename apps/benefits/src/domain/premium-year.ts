import { derivedId, earliest, sumCents, type Cents, type Instant } from '@salvatempo/kernel';

/** What a choice that is being made sets aside of the cap. */
export interface CapHold {
  /** The attempt to choose: each gives back its own hold alone. */
  readonly attemptId: string;
  readonly heldCents: Cents;
  /** From here on the premium itself is asked what became of the attempt; undefined while it is being asked. */
  readonly lookAt?: Instant;
}

/** What one premium has of the year's cap. */
export interface PremiumShare {
  /** Converted, or paid at the substitute tax; 0 until it is chosen. Gross euro cents. */
  readonly usedCents: Cents;
  /** Sequence of the premium's event that said so, so that an older one changes nothing; 0 where none did. */
  readonly sequence: number;
  readonly hold?: CapHold;
}

/** A person's premiums of a tax year, of all their employers here: the cap is one over them. One entry for each firm that they work for in the year. */
export interface PremiumYear {
  readonly shares: Readonly<Record<string, PremiumShare>>;
}

const isLooked = ({ hold }: PremiumShare): Instant | undefined => hold?.lookAt;

export const premiumYear = {
  service: 'benefits',
  name: 'premium-year',
  prefix: 'pmy',
  schema: 1,
  initial: { shares: {} } as PremiumYear,
  deadline: ({ shares }: PremiumYear): Instant | undefined => earliest(Object.values(shares).map(isLooked)),
};

export const premiumYearIdOf = ({ personId, year }: { readonly personId: string; readonly year: number }): string => derivedId('pmy', personId, String(year));

/** What a person's other premiums used of the cap, or set aside for choices that are being made. Euro cents, gross. */
export const usedByOthers = ({ shares }: PremiumYear, premiumId: string): Cents =>
  sumCents(Object.entries(shares).map(([id, { usedCents, hold }]) => (id === premiumId ? 0 : Math.max(usedCents, hold?.heldCents ?? 0))));

export const withShare = ({ shares }: PremiumYear, premiumId: string, share: PremiumShare): PremiumYear => ({ shares: { ...shares, [premiumId]: share } });

export const withoutHold = ({ hold: _, ...share }: PremiumShare): PremiumShare => share;
