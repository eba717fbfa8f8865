import { purchaseRequested, type Holding } from '@salvatempo/contracts';
import { decide, evolve, type Aggregate, type Command, type Decision, type DomainEvent } from '@salvatempo/kernel';
import { heldSlice } from '../hold-purchase/held.decider';
import { pinnedSlice } from '../hold-purchase/pinned.decider';
import { notIssuedSlice, refusedSlice, timedOutSlice, withdrawnSlice } from '../hold-purchase/refused.decider';
import { confirmedSlice } from '../issue-purchase/confirmed.decider';
import { payBackTransferSlice } from '../pay-back-transfer/paid-back.decider';
import { recordTransferSlice } from '../record-transfer/received.decider';
import { requestPurchaseSlice, type RequestPurchase } from '../request-purchase/request-purchase.decider';
import { endedSlice } from '../return-purchase/ended.decider';
import { releasedSlice } from '../return-purchase/released.decider';
import { fulfilledSlice } from '../settle-purchase/fulfilled.decider';
import { paidSlice } from '../settle-purchase/paid.decider';
import { redeemedSlice } from '../settle-purchase/redeemed.decider';
import { purchase, type Purchase, type PurchaseFacts } from './purchase';

/** The process as the module composes it, for specs. */
export const purchases: Aggregate<Purchase> = {
  ...purchase,
  slices: [requestPurchaseSlice, heldSlice, pinnedSlice, refusedSlice, notIssuedSlice, timedOutSlice, withdrawnSlice, recordTransferSlice, payBackTransferSlice, confirmedSlice, redeemedSlice, fulfilledSlice, paidSlice, endedSlice, releasedSlice],
};

export const AT = '2026-09-01T08:00:00.000Z';
export const DEADLINE = '2026-09-01T08:10:00.000Z';
export const PURCHASE = 'pur_00000000000000000000000000';
export const ALL: readonly Holding[] = ['incentive', 'person-cap', 'credit'];

export const facts: PurchaseFacts = {
  purchaseId: PURCHASE,
  personId: 'per_person',
  firmId: 'fir_firm',
  accountId: 'acc_account',
  allotmentId: 'alt_allotment',
  personCapId: 'pcp_cap',
  callId: 'cal_call',
  personCapCents: 50_000,
  offerId: 'off_offer',
  providerId: 'prv_provider',
  title: 'Stireria, 5 kg',
  totalCents: 4_000,
  incentiveCents: 2_800,
  creditCents: 1_200,
  taxLetter: 'c.3',
  taxYear: 2026,
  voucherExpiresAt: '2026-11-30T22:59:59.999Z',
  deadlineAt: DEADLINE,
};

export const QUOTED_ON = { serviceCode: 'laundry-ironing', allotments: [{ allotmentId: 'alt_allotment', callId: 'cal_call', freeCents: 100_000, personUsedCents: 0 }] };
export const requested = (): DomainEvent => purchaseRequested.of({ ...facts, quotedOn: QUOTED_ON });

const { purchaseId: _purchaseId, deadlineAt: _deadlineAt, ...asked } = facts;
export const request = (more: Partial<RequestPurchase> = {}): Command => ({
  type: 'request-purchase',
  data: { facts: asked, quotedOn: QUOTED_ON, quoteId: 'quo_1', seenQuoteId: 'quo_1', seenTotalCents: 4_000, maxValidityDays: 90, ...more },
});

/** A purchase that is told one thing after the other, as its messages would. */
export class Story {
  state: Purchase = purchases.initial;
  readonly events: string[] = [];
  readonly commands: string[] = [];

  tell(type: string, data: object = {}, at = AT): Decision {
    const decision = decide(purchases, { type, data }, this.state, { id: PURCHASE, at });
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      this.events.push(event.type.replace(/^marketplace\.|\.v1$/g, ''));
      this.state = evolve(purchases, this.state, event);
    }
    for (const command of decision.commands ?? []) this.commands.push(`${command.type.replace(/\.v1$/, '')} → ${command.to}`);
    return decision;
  }

  /** Tells the same of several holdings. */
  tellOf(type: string, holdings: readonly Holding[] = ALL, data: object = {}): this {
    for (const holding of holdings) this.tell(type, { holding, ...data });
    return this;
  }

  /** The commands since the last look. */
  newCommands(): string[] {
    return this.commands.splice(0);
  }
}

/** A purchase that was asked for, with `request`'s own commands looked at. */
export function begun(): Story {
  const story = new Story();
  story.tell('request-purchase', request().data);
  story.newCommands();
  return story;
}

/** A purchase whose voucher is issued. */
export function active(): Story {
  const story = begun().tellOf('note-held').tellOf('note-pinned');
  story.tell('note-issued', { voucherId: 'vou_voucher', expiresAt: facts.voucherExpiresAt });
  story.newCommands();
  return story;
}
