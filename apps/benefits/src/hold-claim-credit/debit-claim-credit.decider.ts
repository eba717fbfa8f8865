import { claimCreditDebited, type DataOf } from '@salvatempo/contracts';
import { accept, holdOf, NOTHING, slice, type Cents, type Decision, type DomainEvent, type Instant } from '@salvatempo/kernel';
import type { Account, ClaimRest } from '../domain/account';
import { chooseLots, spendableOn } from '../domain/choose-lots';
import { restOf, returnedTo, splitShares, withClaimDebited, withFigures } from '../domain/claim-credit';
import { expiredCredit } from '../domain/released-credit';
import type { Thresholds } from '../domain/threshold';
import { thresholdLeftCents } from './hold-claim-credit.decider';

interface PayingRule {
  /** Of the lots that may pay; in no event. */
  readonly letter: string;
  readonly thresholds?: Thresholds;
}

export interface DebitClaimCredit extends PayingRule {
  readonly claimId: string;
  /** What this decision approved, in euro cents. */
  readonly addedCents: Cents;
  readonly taxYear: number;
  readonly countsForThreshold: boolean;
  /** How long credit that goes back lives on, where it expired meanwhile. */
  readonly extendedUntil: Instant;
}

export interface PayWaitingClaims {
  /** How each claim that waits is paid, by its id. */
  readonly rules: Readonly<Record<string, PayingRule>>;
}

/** Pays an approved amount from the claim's hold: what is held above it goes back to its lots, what is missing waits for credit. */
export const debitClaimCreditSlice = slice<Account, DebitClaimCredit>({
  command: 'debit-claim-credit',
  decide({ claimId, addedCents, taxYear, countsForThreshold, extendedUntil, ...rule }, before, { id, at }): Decision {
    const { events: expired, state } = expiredCredit(before, id, at);
    const hold = holdOf(state.holds, claimId);
    const { paid, rest } = splitShares(hold?.lots ?? [], addedCents);
    const amountCents = Math.min(addedCents, hold?.amountCents ?? 0);
    const waitingCents = restOf(state, claimId) + addedCents - amountCents;
    const data = { accountId: id, firmId: state.firmId, claimId, amountCents, lots: [...paid], fromHold: hold !== undefined, countsForThreshold, taxYear, waitingCents, ...returnedTo(state, rest, at, extendedUntil) };
    const first = withFigures(state, data, withClaimDebited, at);
    return accept(...expired, claimCreditDebited.of(first.data), ...paidWaiting(first.state, { [claimId]: rule }, id, at));
  },
  evolve: {
    [claimCreditDebited.type]: (state: Account, debited: DataOf<typeof claimCreditDebited>): Account => withClaimDebited(state, debited),
  },
});

/** Pays what waits from credit that came, the oldest claim first and each up to what there is for it. */
export const payWaitingClaimsSlice = slice<Account, PayWaitingClaims>({
  command: 'pay-waiting-claims',
  decide({ rules }, before, { id, at }): Decision {
    const { events: expired, state } = expiredCredit(before, id, at);
    const events = paidWaiting(state, rules, id, at);
    return events.length === 0 ? NOTHING : accept(...expired, ...events);
  },
});

function paidWaiting(from: Account, rules: PayWaitingClaims['rules'], id: string, at: Instant): readonly DomainEvent[] {
  let state = from;
  return (from.waiting ?? []).flatMap((rest): DomainEvent[] => {
    const rule = rules[rest.claimId];
    const amountCents = rule ? payableCents(state, rest, rule, at) : 0;
    if (!rule || amountCents === 0) return [];
    const { claimId, leftCents, countsForThreshold, taxYear } = rest;
    const nothingReturned = { returned: [], extendedLotIds: [], extendedUntil: at };
    const lots = [...chooseLots(state, amountCents, rule.letter, at)!];
    const data = { accountId: id, firmId: state.firmId, claimId, amountCents, lots, fromHold: false, countsForThreshold, taxYear, waitingCents: leftCents - amountCents, ...nothingReturned };
    const paid = withFigures(state, data, withClaimDebited, at);
    state = paid.state;
    return [claimCreditDebited.of(paid.data)];
  });
}

/** Up to what there is, and never above the threshold of the claim's year. */
function payableCents(state: Account, { leftCents, countsForThreshold, taxYear }: ClaimRest, { letter, thresholds }: PayingRule, at: Instant): Cents {
  const there = Math.min(leftCents, spendableOn(state, letter, at));
  if (!countsForThreshold) return there;
  return thresholds ? Math.min(there, thresholdLeftCents(state, taxYear, thresholds)) : 0;
}
