import { runOutBegun, runOutEnded, type DataOf } from '@salvatempo/contracts';
import { accept, addDays, earliest, endOfRomeDay, NOTHING, slice, type Decision, type Instant } from '@salvatempo/kernel';
import { figuresOf, type Account, type Lot } from '../domain/account';
import { expiredCredit } from '../domain/released-credit';

type LotEnds = DataOf<typeof runOutBegun>['lots'];

/** When a lot of a plan ends for somebody whose last day of work this is; undefined for a lot that no plan governs, or that lives on after its end. */
function endOf({ plan, extended, validUntil, plannedUntil = validUntil }: Lot, lastDay: string): Instant | undefined {
  if (!plan || extended) return undefined;
  return earliest([plannedUntil, endOfRomeDay(addDays(lastDay, plan.runOutDays))]);
}

/** The account with other ends of some lots; where one planned end is the end again, nothing is remembered of it. */
const withEnds = (state: Account, ends: LotEnds): Account => ({
  ...state,
  lots: state.lots.map(({ plannedUntil, ...lot }): Lot => {
    const end = ends.find(({ lotId }) => lotId === lot.lotId)?.validUntil ?? lot.validUntil;
    const planned = plannedUntil ?? lot.validUntil;
    return { ...lot, validUntil: end, ...(planned !== end && { plannedUntil: planned }) };
  }),
});

function changed(before: Account, ends: LotEnds, id: string, at: Instant, event: typeof runOutBegun | typeof runOutEnded, more: { readonly lastDay?: string }): Decision {
  const { events, state } = expiredCredit(before, id, at);
  const lots = ends.filter(({ lotId, validUntil }) => state.lots.some((lot) => lot.lotId === lotId && lot.validUntil !== validUntil));
  if (lots.length === 0) return events.length === 0 ? NOTHING : accept(...events);
  const { firmId, personId } = state;
  const then = withEnds(state, lots);
  return accept(...events, event.of({ accountId: id, firmId, personId, lots, ...more, ...figuresOf(then, at) } as never));
}

/** Somebody leaves: each lot of a plan ends with its run-out. Another last day puts an earlier one right, for what is still there. */
export const beginRunOutSlice = slice<Account, { readonly lastDay: string }>({
  command: 'begin-run-out',
  decide({ lastDay }, state, { id, at }) {
    const ends = state.lots.flatMap((lot) => {
      const validUntil = endOf(lot, lastDay);
      return validUntil === undefined ? [] : [{ lotId: lot.lotId, validUntil }];
    });
    return changed(state, ends, id, at, runOutBegun, { lastDay });
  },
  evolve: { [runOutBegun.type]: (state: Account, { lots }: DataOf<typeof runOutBegun>): Account => withEnds(state, lots) },
});

/** Somebody works for the firm again: what is still there ends as planned. */
export const endRunOutSlice = slice<Account, object>({
  command: 'end-run-out',
  decide(_, state, { id, at }) {
    const ends = state.lots.flatMap(({ lotId, plannedUntil }) => (plannedUntil === undefined ? [] : [{ lotId, validUntil: plannedUntil }]));
    return changed(state, ends, id, at, runOutEnded, {});
  },
  evolve: { [runOutEnded.type]: (state: Account, { lots }: DataOf<typeof runOutEnded>): Account => withEnds(state, lots) },
});
