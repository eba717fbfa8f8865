import { creditRunCovered, type DataOf } from '@salvatempo/contracts';
import { addDays, endOfRomeDay, romeDate, type DomainEvent, type Instant } from '@salvatempo/kernel';
import { figuresOf, isGiven, leftOf, settled, standingOf, type CoverFigures, type CoverTerms, type FirmCover, type OpenRun } from '../domain/firm-cover';

type Told<M> = Omit<DataOf<M>, keyof CoverFigures>;

/** What a decision comes to: its events, and the cover after them. */
export interface Step {
  readonly events: readonly DomainEvent[];
  readonly state: FirmCover;
}

/** One event with the figures after it. */
export function step<M extends { of(data: never): DomainEvent }>(from: Step, message: M, data: Told<M>, apply: (state: FirmCover, data: Told<M>) => FirmCover): Step {
  const state = apply(from.state, data);
  return { state, events: [...from.events, message.of({ ...data, ...figuresOf(state) } as never)] };
}

/**
 * Lets the runs go on that have their cover, oldest first: one that is paid always; one that needs the guarantee while the firm is regular, there
 * is enough of it, and none before it waits for the same.
 */
export function coverRuns(from: Step, coverId: string, at: Instant, terms: CoverTerms): Step {
  let after = from;
  let isTaken = standingOf(from.state) !== 'regular';
  for (const run of from.state.open.filter((one) => !isGiven(one))) {
    const guaranteeCents = after.state.guaranteeCents ?? terms.guaranteeCents;
    if (leftOf(run) > 0 && (isTaken || figuresOf(after.state).guaranteeUsedCents + leftOf(run) > guaranteeCents)) isTaken = true;
    else after = step(after, creditRunCovered, covered(coverId, after.state.firmId, run, guaranteeCents, at, terms), withCovered);
  }
  return after;
}

function covered(coverId: string, firmId: string, { runId, amountCents, paidCents }: OpenRun, guaranteeCents: number, at: Instant, { dueDays, reminderDays }: CoverTerms): Told<typeof creditRunCovered> {
  const dueOn = addDays(romeDate(at), dueDays);
  const remindAt = reminderDays.map((days) => endOfRomeDay(addDays(dueOn, days)));
  return { coverId, firmId, runId, amountCents, paidCents, guaranteeCents, dueAt: endOfRomeDay(dueOn), remindAt };
}

export function withCovered(state: FirmCover, { runId, dueAt, remindAt }: Told<typeof creditRunCovered>): FirmCover {
  return settled({ ...state, open: state.open.map((run) => (run.runId === runId ? { ...run, dueAt, remindAt } : run)) });
}

export const coveredEvolve = { [creditRunCovered.type]: withCovered };
