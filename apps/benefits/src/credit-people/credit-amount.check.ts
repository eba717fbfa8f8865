import type { LotTerms } from '@salvatempo/contracts';
import { ProblemError } from '@salvatempo/http';
import { worthOf, type Cents, type Minutes } from '@salvatempo/kernel';

/** What a body says of an amount: cents, or minutes with what an hour is worth. */
export interface AskedAmount {
  readonly amountCents?: Cents | undefined;
  readonly minutes?: Minutes | undefined;
  readonly hourCents?: Cents | undefined;
}

/** Euros, or hours with the money that stands behind them. Throws ProblemError `invalid-request` for both, at `field`. */
export function amountOf({ amountCents, minutes, hourCents }: AskedAmount, field = 'amountCents'): Pick<LotTerms, 'amountCents' | 'hours'> {
  if (minutes === undefined || hourCents === undefined) return { amountCents: amountCents! };
  if (amountCents !== undefined) throw new ProblemError('invalid-request', { errors: [{ field, code: 'one-unit', message: 'Si danno euro oppure ore, non tutti e due.' }] });
  return { amountCents: worthOf(minutes, hourCents), hours: { minutes, hourCents } };
}

/** The unit of what is given. */
export const unitOf = ({ hours }: Pick<LotTerms, 'hours'>): LotTerms['unit'] => (hours ? 'HOUR' : 'EUR');
