import { premiumChosen, premiumOffered, type DataOf } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** A premium as lists show it. */
export interface PremiumRow {
  readonly premiumId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly year: number;
  readonly paidOn: string;
  readonly amountCents: Cents;
  readonly convertibleCents: Cents;
  readonly status: 'offered' | 'chosen';
  readonly convertedCents?: Cents;
  readonly favouredCents?: Cents;
  readonly ordinaryCents?: Cents;
}

const changes: Projection<PremiumRow>['on'] = {
  [premiumOffered.type]: (_, event) => {
    const { premiumId, firmId, personId, year, paidOn, amountCents, convertibleCents } = event.data as DataOf<typeof premiumOffered>;
    return { premiumId, firmId, personId, year, paidOn, amountCents, convertibleCents, status: 'offered' };
  },
  [premiumChosen.type]: (row, event) => {
    const { convertedCents, favouredCents, ordinaryCents } = event.data as DataOf<typeof premiumChosen>;
    return row && { ...row, status: 'chosen', convertedCents, favouredCents, ordinaryCents };
  },
};
const order = ({ paidOn, premiumId }: PremiumRow): string => `${paidOn}:${premiumId}`;

/** A person's own premiums, of all their employers. */
export const ownPremiums: Projection<PremiumRow> = {
  model: { name: 'benefits.own-premiums', indexes: [] },
  prefix: 'prm',
  on: changes,
  place: (row) => ({ tenant: row.personId, order: order(row), indexed: {} }),
};

/** A firm's premiums, by the day of their payroll. A closing reads it too: what the firm was shown is what it tells. */
export const firmPremiums: Projection<PremiumRow> = {
  model: { name: 'benefits.firm-premiums', indexes: [] },
  prefix: 'prm',
  on: changes,
  place: (row) => ({ tenant: row.firmId, order: order(row), indexed: {} }),
};
