import { hoursFundOpened, type DataOf, type Envelope, type HoursPot } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

/** A fund of hours in a list, with its pots in minutes. */
export interface HoursFundRow extends DataOf<typeof hoursFundOpened> {
  readonly openedAt: string;
}

/** Each other event of a fund names the pot that it changed. */
const withPot = (row: HoursFundRow, event: Envelope): HoursFundRow => {
  const { pot } = event.data as unknown as { readonly pot: HoursPot };
  return { ...row, pots: row.pots.map((one) => (one.municipality === pot.municipality ? pot : one)) };
};

/** Funds of hours of the territory, newest last. */
export const hoursFundList: Projection<HoursFundRow> = {
  model: { name: 'programmes.hours-fund-list', indexes: [] },
  prefix: 'hfn',
  on: { [hoursFundOpened.type]: (_, event) => ({ ...(event.data as DataOf<typeof hoursFundOpened>), openedAt: event.time }) },
  otherwise: withPot,
  place: (row) => ({ tenant: 'territory', order: `${row.openedAt}/${row.hoursFundId}`, indexed: {} }),
};
