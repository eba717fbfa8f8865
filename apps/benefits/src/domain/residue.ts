import { residueSettled, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { addDays, addMs, addYears, derivedId, earliest, endOfRomeDay, romeDate, romeYear, worthOf, type Cents, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { countContribution } from './contribution-credit';
import { CONTRIBUTION_LETTERS } from './contribution-limit';
import { figuresOf, lotOf, moveLots, residueDueAt, type Account, type Lot } from './account';
import { worthLeaving } from './hour-lots';

type Settled = DataOf<typeof residueSettled>;
type Fate = Pick<Settled, 'policy' | 'to'>;

/** Where the residue of a lot goes (rules.md 1.7): into the plan's next year while there is one, and for a leaver into no lot any more. */
function fateOf({ lotId, freeCents, hours, validUntil, letter, letters, unit, plan, runId }: Lot, hasLeft: boolean, isTaken: (lotId: string) => boolean): Fate {
  const { residue: { policy, letters: earmarked, days }, endsAt } = plan!;
  const toLot = (validTo: Instant, more: Partial<LotTerms>): Fate => {
    const amount = hours ? { amountCents: worthOf(hours.freeMinutes, hours.hourCents), hours: { minutes: hours.freeMinutes, hourCents: hours.hourCents } } : { amountCents: freeCents };
    const lot = { ...amount, letter, ...(letters && { letters }), origin: 'carry-over' as const, unit, validFrom: addMs(validUntil, 1), validUntil: validTo, plan: plan!, ...(runId !== undefined && { runId }), ...more };
    return { policy, to: { lotId: nextLotId(lotId, validUntil, hours !== undefined, isTaken), lot } };
  };
  const lastDay = romeDate(validUntil);
  if (policy === 'solidarity-pool' || policy === 'pension-fund') return { policy };
  if (policy === 'carry-over' && !hasLeft && validUntil < endsAt) return toLot(earliest([endOfRomeDay(addYears(lastDay, 1)), endsAt])!, {});
  // Spent on some letters alone it ends for good: an earmark isn't earmarked again.
  if (policy === 'earmark' && !hasLeft) return toLot(endOfRomeDay(addDays(lastDay, days!)), { letter: earmarked![0]!, letters: earmarked!, plan: { ...plan!, residue: { policy: 'zero' } } });
  return { policy: 'zero' };
}

/**
 * What a residue goes on in: named after the lot that it is from, so that what comes back later joins it. Hours never join: each lot is
 * what came back once, so that what it is worth can be read in its event.
 */
function nextLotId(lotId: string, validUntil: Instant, isHours: boolean, isTaken: (lotId: string) => boolean): string {
  let next = derivedId('lot', lotId, validUntil);
  while (isHours && isTaken(next)) next = derivedId('lot', next, validUntil);
  return next;
}

/** The account after a residue was settled. What comes back to an ended lot later joins what went on from it before. */
export function withResidueSettled(state: Account, { lotId, amountCents, minutes, to, taxYear }: Settled): Account {
  const lots = moveLots(state, [{ lotId, amountCents, ...(minutes !== undefined && { minutes }) }], -1, state.holds);
  // What a pension fund is given counts in its limit, whoever asked for it.
  if (!to) return { ...state, lots, ...(taxYear !== undefined && { contributions: countContribution(state, { taxYear, letter: CONTRIBUTION_LETTERS.pension }, amountCents) }) };
  const isThere = lots.some((lot) => lot.lotId === to.lotId);
  return { ...state, lots: isThere ? lots.map((lot) => (lot.lotId === to.lotId ? { ...lot, freeCents: lot.freeCents + amountCents } : lot)) : [...lots, lotOf(to.lotId, to.lot)] };
}

/** What the clock ended of lots by `at`, lot after lot, and lots that followed and are over as well. */
export function settledResidues(from: Account, accountId: string, at: Instant): { readonly events: readonly DomainEvent[]; readonly state: Account } {
  let state = from;
  const events: DomainEvent[] = [];
  for (let lot = dueLot(state, at); lot; lot = dueLot(state, at)) {
    const { firmId, personId, lots } = state;
    const { planId, version } = lot.plan!;
    const hasLeft = lot.plannedUntil !== undefined;
    const isTaken = (lotId: string): boolean => lots.some((one) => one.lotId === lotId);
    const reason = hasLeft ? ('left' as const) : ('ended' as const);
    const fate = fateOf(lot, hasLeft, isTaken);
    const amount = lot.hours ? { amountCents: fate.to?.lot.amountCents ?? worthEnding(state, lot), minutes: lot.hours.freeMinutes } : { amountCents: lot.freeCents };
    const counted = fate.policy === 'pension-fund' ? { taxYear: romeYear(at) } : {};
    const data = { accountId, firmId, personId, lotId: lot.lotId, planId, version, ...fate, ...counted, reason, ...amount, ...(lot.runId !== undefined && { runId: lot.runId }) };
    state = withResidueSettled(state, { ...data, spendableCents: 0, heldCents: 0 });
    events.push(residueSettled.of({ ...data, ...figuresOf(state, at) }));
  }
  return { events, state };
}

/** The firm's money that no hours need any more once what is free of a lot has left for good. */
const worthEnding = (state: Account, { lotId, hours }: Lot): Cents => worthLeaving(state, [{ lotId, minutes: hours!.freeMinutes, amountCents: 0 }])[0]!.amountCents;

const dueLot = ({ lots }: Account, at: Instant): Lot | undefined => 
  lots.find((lot) => {
    const dueAt = residueDueAt(lot);
    return dueAt !== undefined && dueAt <= at;
  });
