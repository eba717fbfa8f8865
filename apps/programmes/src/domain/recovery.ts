import type { Cents } from '@salvatempo/kernel';
import { interestCents, type DatedRate } from './interest';

export interface Owed {
  readonly principalCents: Cents;
  readonly interestCents: Cents;
}

/** What a firm owes of its grant, as it was last reckoned. */
export interface Debt extends Owed {
  /** The day up to which it was reckoned, and before which nothing was paid back; unknown of grants that were revoked before it was recorded. */
  readonly from?: string | undefined;
  /** Whether the principal goes on bearing interest: of a revoked grant, not of what a verification cut. */
  readonly bears: boolean;
}

/** What a firm paid back on a day in Rome, and how it was imputed. */
export interface Repayment extends Owed {
  readonly on: string;
  /** Reference of the firm's payment. */
  readonly proof: string;
}

/** Repayments of one grant; a hundred of them keep its document below 20 KB more. */
export const MAX_REPAYMENTS = 100;

export const sumOf = ({ principalCents, interestCents: interest }: Owed): Cents => principalCents + interest;

export const repaidCents = (repayments: readonly Repayment[] = []): Cents => repayments.reduce((sum, { principalCents }) => sum + principalCents, 0);

/**
 * What is owed on a day, not before that up to which it was reckoned: the principal bears simple interest until it is repaid, each day behind
 * that one counts, and each stretch between two repayments is rounded once, half up. Throws where a day has no rate.
 */
export function owedOn({ principalCents, interestCents: before, from, bears }: Debt, day: string, rates: readonly DatedRate[]): Owed {
  const since = bears && from !== undefined ? interestCents([{ on: from, cents: principalCents }], day, rates) : 0;
  return { principalCents, interestCents: before + since };
}

/** Interest first, then principal (art. 1194 c.c.). `amountCents` is no more than what is owed. */
export function imputed(owed: Owed, amountCents: Cents): Owed {
  const interest = Math.min(amountCents, owed.interestCents);
  return { principalCents: amountCents - interest, interestCents: interest };
}
