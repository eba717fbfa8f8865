import type { Cents } from '@salvatempo/kernel';

export const CONTRIBUTION_KINDS = ['pension', 'health'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** A row of docs/rules/contribution-limits.json, as far as a check needs it. */
export interface ContributionLimit {
  readonly limitCents: Cents;
  readonly aboveLimit: 'refuse' | 'taxable';
}

/** What a contribution would do to the year. Euro cents. */
export interface CheckedContribution {
  readonly allowed: boolean;
  readonly exemptCents: Cents;
  /** Above the limit: taxed alone where the table says so; unlike at the threshold of c.3, never the whole. */
  readonly taxableCents: Cents;
  /** Of the limit, after it; before it where it is refused. */
  readonly leftCents: Cents;
}

/** @param paidCents what was paid in the year already, whoever paid. */
export function checkedContribution(amountCents: Cents, paidCents: Cents, { limitCents, aboveLimit }: ContributionLimit): CheckedContribution {
  const freeCents = Math.max(0, limitCents - paidCents);
  const exemptCents = Math.min(amountCents, freeCents);
  const taxableCents = amountCents - exemptCents;
  const allowed = taxableCents === 0 || aboveLimit === 'taxable';
  return { allowed, exemptCents, taxableCents, leftCents: allowed ? freeCents - exemptCents : freeCents };
}

/** The letter of TUIR art. 51 c.2 under which each kind is exempt, and which a lot has to admit. */
export const CONTRIBUTION_LETTERS: Readonly<Record<ContributionKind, string>> = { pension: 'h', health: 'a' };
