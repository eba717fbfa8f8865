import { premiumChosen, premiumOffered, type DataOf } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** What payroll pays of a premium in money, with its day; nothing as long as nobody chose. */
export interface PremiumPayRow {
  readonly premiumId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly year: number;
  /** `YYYY-MM` of the payroll. */
  readonly month: string;
  readonly favouredCents: Cents;
  readonly ordinaryCents: Cents;
}

export const premiumPay: Projection<PremiumPayRow> = {
  model: { name: 'benefits.payroll-premiums', indexes: [] },
  prefix: 'prm',
  on: {
    // Offered anew, it isn't what an earlier closing may have told: the difference becomes a correction.
    [premiumOffered.type]: (_, event) => rowOf(event.data as DataOf<typeof premiumOffered>, 0, 0),
    [premiumChosen.type]: (_, event) => {
      const chosen = event.data as DataOf<typeof premiumChosen>;
      return rowOf(chosen, chosen.favouredCents, chosen.ordinaryCents);
    },
  },
  place: ({ firmId, month, premiumId }) => ({ tenant: firmId, order: `${month}:${premiumId}`, indexed: {} }),
};

const rowOf = ({ premiumId, firmId, personId, year, paidOn }: Pick<DataOf<typeof premiumChosen>, 'premiumId' | 'firmId' | 'personId' | 'year' | 'paidOn'>, favouredCents: Cents, ordinaryCents: Cents): PremiumPayRow => ({
  premiumId,
  firmId,
  personId,
  year,
  month: paidOn.slice(0, 'YYYY-MM'.length),
  favouredCents,
  ordinaryCents,
});
