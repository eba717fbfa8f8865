import { releaseCredit } from '@salvatempo/contracts';
import { NOTHING, type Aggregate } from '@salvatempo/kernel';
import { NOTHING_PLANTED, type Plant } from './plant';

/** An account does nothing about a release: what was held for a purchase that ended never goes back. */
const keeping = <S>(aggregate: Aggregate<S>): Aggregate<S> => ({
  ...aggregate,
  slices: aggregate.slices.map((slice) =>
    slice.command === releaseCredit.type ? { ...slice, decide: () => NOTHING } : slice,
  ),
});

export const noRelease: Plant = { ...NOTHING_PLANTED, change: keeping };
