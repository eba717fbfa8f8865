import { residueSettled, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { addDays, addMs, addYears, derivedId, earliest, endOfRomeDay, romeDate, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { figuresOf, lotOf, moveLots, residueDueAt, type Account, type Lot } from './account';

type Settled = DataOf<typeof residueSettled>;
type Fate = Pick<Settled, 'policy' | 'to'>;

/** Where the residue of a lot goes (rules.md 1.7): into the plan's next year while there is one, and for a leaver into no lot any more. */
function fateOf({ lotId, freeCents: amountCents, validUntil, letter, letters, unit, plan, runId }: Lot, hasLeft: boolean): Fate {
  const { residue: { policy, letters: earmarked, days }, endsAt } = plan!;
  const toLot = (validTo: Instant, more: Partial<LotTerms>): Fate => {
    const lot = { amountCents, letter, ...(letters && { letters }), origin: 'carry-over' as const, unit, validFrom: addMs(validUntil, 1), validUntil: validTo, plan: plan!, ...(runId !== undefined && { runId }), ...more };
    return { policy, to: { lotId: derivedId('lot', lotId, validUntil), lot } };
  };
  const lastDay = romeDate(validUntil);
  if (policy === 'solidarity-pool' || policy === 'pension-fund') return { policy };
  if (policy === 'carry-over' && !hasLeft && validUntil < endsAt) return toLot(earliest([endOfRomeDay(addYears(lastDay, 1)), endsAt])!, {});
  // Spent on some letters alone it ends for good: an earmark isn't earmarked again.
  if (policy === 'earmark' && !hasLeft) return toLot(endOfRomeDay(addDays(lastDay, days!)), { letter: earmarked![0]!, letters: earmarked!, plan: { ...plan!, residue: { policy: 'zero' } } });
  return { policy: 'zero' };
}

/** The account after a residue was settled. What comes back to an ended lot later joins what went on from it before. */
export function withResidueSettled(state: Account, { lotId, amountCents, to }: Settled): Account {
  const lots = moveLots(state, [{ lotId, amountCents }], -1, state.holds);
  if (!to) return { ...state, lots };
  const isThere = lots.some((lot) => lot.lotId === to.lotId);
  return { ...state, lots: isThere ? lots.map((lot) => (lot.lotId === to.lotId ? { ...lot, freeCents: lot.freeCents + amountCents } : lot)) : [...lots, lotOf(to.lotId, to.lot)] };
}

/** What the clock ended of lots by `at`, lot after lot, and lots that followed and are over as well. */
export function settledResidues(from: Account, accountId: string, at: Instant): { readonly events: readonly DomainEvent[]; readonly state: Account } {
  let state = from;
  const events: DomainEvent[] = [];
  for (let lot = dueLot(state, at); lot; lot = dueLot(state, at)) {
    const { firmId, personId } = state;
    const { planId, version } = lot.plan!;
    const hasLeft = lot.plannedUntil !== undefined;
    const data = { accountId, firmId, personId, lotId: lot.lotId, planId, version, ...fateOf(lot, hasLeft), reason: hasLeft ? ('left' as const) : ('ended' as const), amountCents: lot.freeCents, ...(lot.runId !== undefined && { runId: lot.runId }) };
    state = withResidueSettled(state, { ...data, spendableCents: 0, heldCents: 0 });
    events.push(residueSettled.of({ ...data, ...figuresOf(state, at) }));
  }
  return { events, state };
}

const dueLot = ({ lots }: Account, at: Instant): Lot | undefined => 
  lots.find((lot) => {
    const dueAt = residueDueAt(lot);
    return dueAt !== undefined && dueAt <= at;
  });
