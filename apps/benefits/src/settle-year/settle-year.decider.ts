import { yearSettled, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import { useOf, type Account, type SettledYear } from '../domain/account';
import { countedCents, thresholdOf, type Thresholds } from '../domain/threshold';

export interface SettleYear {
  readonly taxYear: number;
  readonly thresholds: Thresholds;
}

/** What the year comes to: up to the threshold nothing is taxable, one cent above it all that this employer gave (docs/rules, vectors 1 and 3). */
export function settlementOf(state: Account, { taxYear, thresholds }: SettleYear): SettledYear {
  const use = useOf(state, taxYear);
  const { heldCents, usedCents, externalCents = 0 } = use;
  const thresholdCents = thresholdOf(use, thresholds);
  const ownCents = heldCents + usedCents;
  return { ownCents, externalCents, thresholdCents, taxableCents: countedCents(use) > thresholdCents ? ownCents : 0 };
}

/**
 * Settles the threshold of a tax year. Once more where it was settled already, if a declaration has changed or a voucher came
 * back since: the last settlement holds. Where nothing has changed, or nothing ever happened, there is nothing to do.
 */
export const settleYearSlice = slice<Account, SettleYear>({
  command: 'settle-year',
  decide(command, state, { id }) {
    const { taxYear } = command;
    if (!(taxYear in state.threshold)) return NOTHING;
    const before = state.settled?.[taxYear];
    const now = settlementOf(state, command);
    if (before && before.ownCents === now.ownCents && before.externalCents === now.externalCents && before.thresholdCents === now.thresholdCents) return NOTHING;
    return accept(yearSettled.of({ accountId: id, firmId: state.firmId, personId: state.personId, taxYear, ...now, isCorrection: before !== undefined }));
  },
  evolve: {
    [yearSettled.type]: (state: Account, { taxYear, ownCents, externalCents, thresholdCents, taxableCents }: DataOf<typeof yearSettled>): Account => ({
      ...state,
      settled: { ...state.settled, [taxYear]: { ownCents, externalCents, thresholdCents, taxableCents } },
    }),
  },
});
