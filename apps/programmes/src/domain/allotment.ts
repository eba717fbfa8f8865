import { incentiveReleased, type DataOf, type Declared, type DecisionFacts, type Ending, type InterestRule } from '@salvatempo/contracts';
import { derivedId, expiredHolds, heldCents, nextExpiry, withoutHold, type Cents, type DomainEvent, type Hold, type Instant } from '@salvatempo/kernel';
import type { DayPayment } from './interest';
import type { Debt, Repayment } from './recovery';

interface Asked {
  readonly allotmentId: string;
  readonly callId: string;
  readonly firmId: string;
  readonly askedCents: Cents;
}

/** How far the report of a spent grant has come. */
export interface Report {
  readonly stage: 'reported' | 'verified' | 'paid';
  readonly reportedCents: Cents;
  readonly admittedCents?: Cents;
  readonly verifiedOn?: string;
  readonly paidOn?: string;
  /** Reference of the funder's payment. */
  readonly proof?: string;
}

/** What one call sets apart for one firm: asked for, then granted whole or refused. */
export type Allotment =
  | { readonly status: 'absent' }
  | (Asked & { readonly status: 'requested'; readonly requestedAt?: Instant; readonly declared?: Declared })
  /** Eligible for a ranked call; once the ranking was made without money for it, its facts have its place. */
  | (Asked & { readonly status: 'admitted'; readonly facts: DecisionFacts })
  | (Asked & { readonly status: 'refused'; readonly code: string; readonly facts?: DecisionFacts })
  | (Asked & {
      readonly status: 'granted';
      readonly grantedCents: Cents;
      readonly paidCents: Cents;
      /** One for each purchase under way, `id` is the purchase's. */
      readonly holds: readonly Hold[];
      /** Purchases are taken within the call's time. */
      readonly opensAt: Instant;
      readonly closesAt: Instant;
      /** What the decision rested on; unknown of those from before it was recorded. */
      readonly facts?: DecisionFacts;
      /** Number in the national register, of a grant that is aid. */
      readonly cor?: string;
      /** What was paid on each day, in its order: what interest on it is reckoned by. */
      readonly payments?: readonly DayPayment[];
    })
  | (Asked & {
      readonly status: 'ended';
      readonly how: Ending;
      readonly reason: string;
      readonly paidCents: Cents;
      /** To be paid back by the firm, of a revoked one. */
      readonly recoverCents: Cents;
      readonly interestCents: Cents;
      readonly interestRule?: InterestRule;
      readonly payments?: readonly DayPayment[];
      readonly cor?: string;
      /** What the firm owes, as it was last reckoned; missing of older ones and where there is nothing to recover. */
      readonly debt?: Debt;
      readonly repayments?: readonly Repayment[];
      /** Of a spent one that was reported. */
      readonly report?: Report;
      readonly facts?: DecisionFacts;
    });

export type Granted = Extract<Allotment, { status: 'granted' }>;
export type Ended = Extract<Allotment, { status: 'ended' }>;
export type Known = Exclude<Allotment, { status: 'absent' }>;

export const allotment = {
  service: 'programmes',
  name: 'allotment',
  prefix: 'alt',
  schema: 1,
  initial: { status: 'absent' } as Allotment,
  deadline: (state: Allotment): Instant | undefined => (state.status === 'granted' ? nextExpiry(state.holds) : undefined),
};

/** Still to be granted or refused. */
export const isUndecided = (state: Allotment): state is Extract<Allotment, { status: 'requested' | 'admitted' }> => state.status === 'requested' || state.status === 'admitted';

/** Granted, whatever came of it, or refused: there is nothing left to wait for. */
export const isDecided = (state: Allotment): state is Extract<Allotment, { status: 'granted' | 'ended' | 'refused' }> =>
  state.status === 'granted' || state.status === 'ended' || state.status === 'refused';

/** There is nothing to wait for by now: decided, or eligible and waiting for a ranking that takes days. */
export const isAnswered = (state: Allotment): state is Exclude<Known, { status: 'requested' }> => state.status === 'admitted' || isDecided(state);

export const isThere = (state: Allotment): state is Known => state.status !== 'absent';

/** What a firm owes of a grant that ended, as it was last reckoned. */
export const debtOf = ({ debt, how, recoverCents: principalCents, interestCents }: Ended): Debt => debt ?? { principalCents, interestCents, bears: how === 'revoked' };

/** One firm has one allotment of a call. */
export const allotmentIdOf = (callId: string, firmId: string): string => derivedId('alt', callId, firmId);

/** Purchases under way at once; 200 open holds keep the document below 64 KB. */
export const MAX_HOLDS = 200;

export interface AllotmentFigures {
  readonly heldCents: Cents;
  readonly paidCents: Cents;
  readonly freeCents: Cents;
}

const NOTHING_GRANTED: AllotmentFigures = { heldCents: 0, paidCents: 0, freeCents: 0 };

/** Granted is always held + paid + free. */
export function figuresOf(state: Allotment): AllotmentFigures {
  if (state.status === 'ended') return { ...NOTHING_GRANTED, paidCents: state.paidCents };
  if (state.status !== 'granted') return NOTHING_GRANTED;
  const held = heldCents(state.holds);
  return { heldCents: held, paidCents: state.paidCents, freeCents: state.grantedCents - held - state.paidCents };
}

type Reason = DataOf<typeof incentiveReleased>['reason'];

/** Ends holds: the events that say so, each with the figures after it, and the state after all of them. */
export function endHolds(from: Granted, ended: readonly Hold[], reason: Reason): { readonly events: readonly DomainEvent[]; readonly state: Granted } {
  let state = from;
  const events = ended.map(({ id, amountCents }) => {
    state = { ...state, holds: withoutHold(state.holds, id) };
    return incentiveReleased.of({ allotmentId: state.allotmentId, purchaseId: id, amountCents, reason, ...figuresOf(state) });
  });
  return { events, state };
}

/** Ends the holds whose time is over at `at`, so that no decision counts them whether or not the deadline was there first. */
export const endExpired = (from: Granted, at: Instant): { readonly events: readonly DomainEvent[]; readonly state: Granted } =>
  endHolds(from, expiredHolds(from.holds, at), 'expired');
