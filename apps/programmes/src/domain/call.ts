import type { CallTerms, FundFigures } from '@salvatempo/contracts';
import type { Cents, Instant } from '@salvatempo/kernel';
import { euroAmount, freeOf, moved, type Ledger, type Move } from './ledger';
import type { Place } from './ranking';
import type { Owed } from './recovery';

/** An application to a ranked call before its ranking; without points while the firm's facts are being looked up. */
export interface Application {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly checked?: { readonly gained: readonly string[]; readonly amountCents: Cents };
}

/** A call and its fund (docs/rules). The terms never change after it was published. */
export type Call =
  | { readonly status: 'absent' }
  | {
      readonly status: 'open';
      readonly callId: string;
      readonly terms: CallTerms;
      /** Reserved for firms and not paid yet. */
      readonly committedCents: Cents;
      readonly paidCents: Cents;
      /** Applications that were decided so far, granted or not; of a call from before they were counted, those since. */
      readonly decisions?: number;
      /** What firms paid back of it so far, apart from the fund's figures. */
      readonly recovered?: Owed;
      /** The text as it was published, which `terms.textVersion` names. */
      readonly text?: string;
      /** Of a ranked call, until its ranking is made. */
      readonly applications?: readonly Application[];
      /** First place first. */
      readonly ranking?: { readonly seed: string; readonly places: readonly Place[] };
    };

export type Opened = Exclude<Call, { status: 'absent' }>;

/** Budget, caps, percentage and headcount are data; here is only what is always true of a fund. */
export const call = {
  service: 'programmes',
  name: 'call',
  prefix: 'cal',
  schema: 1,
  initial: { status: 'absent' } as Call,
  deadline: (state: Call): Instant | undefined => (state.status === 'open' && state.ranking?.places.some(({ outcome }) => outcome === 'waiting') ? state.terms.closesAt : undefined),
};

/** Applications that one ranking holds; 500 with twenty codes each keep the document below half of its limit. */
export const MAX_APPLICATIONS = 500;

type Funded = Pick<Opened, 'callId' | 'terms' | 'committedCents' | 'paidCents'>;

const ledgerOf = ({ terms, committedCents, paidCents }: Funded): Ledger<'cents'> => ({ unit: 'cents', budget: terms.budgetCents, committed: committedCents, paid: paidCents });

const figuresOf = (pot: Ledger<'cents'>, callId: string): FundFigures => ({ budgetCents: pot.budget, committedCents: pot.committed, paidCents: pot.paid, freeCents: freeOf(pot, callId) });

/** The fund's figures. Throws where they don't add up or one is below zero: money would have been made or lost. */
export const fundOf = (state: Funded): FundFigures => figuresOf(ledgerOf(state), state.callId);

/** The fund's figures after an amount moved. Throws where that can't be. */
export const fundAfter = (state: Funded, move: Move, amountCents: Cents): FundFigures => figuresOf(moved(ledgerOf(state), move, euroAmount(amountCents), state.callId), state.callId);

/** The call with the committed and paid amounts that an event names. */
export const withFund = (state: Call, { committedCents, paidCents }: FundFigures): Call => ({ ...(state as Opened), committedCents, paidCents });

/** The place that the next decision of a call has among all of them, from 1. */
export const placeOf = (state: Call): number => (state.status === 'open' ? (state.decisions ?? 0) : 0) + 1;

/** Whether a call takes applications and purchases at an instant: from its first to its last one. */
export const isOpenAt = ({ opensAt, closesAt }: Pick<CallTerms, 'opensAt' | 'closesAt'>, at: Instant): boolean => opensAt <= at && at < closesAt;
