import { Inject, Injectable } from '@nestjs/common';
import { fillText, problems } from '@salvatempo/contracts';
import { ProblemError, type Answer } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { paymentsOf, shownStatus } from '../domain/payments';
import { purchase, type Purchase, type Started } from '../domain/purchase';
import type { PurchaseView } from './purchase.view';

const LOOK_EVERY_MS = 10;

/** Reads purchases from the process itself, and waits for one to be made or refused. */
@Injectable()
export class FinalPurchases {
  constructor(
    @Inject(runnerOf(purchase)) private readonly purchases: AggregateRunner<Purchase>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The purchase once nothing is pending; undefined if it still is when the time is over. */
  async answer(purchaseId: string, withinMs: number): Promise<Answer<PurchaseView> | undefined> {
    for (let waitedMs = 0; waitedMs <= withinMs; waitedMs += LOOK_EVERY_MS) {
      const found = await this.purchases.load(purchaseId);
      if (found && this.view(found.state, purchaseId).status !== 'pending')
        return { status: 200, body: this.view(found.state, purchaseId), position: `${purchaseId}:${found.sequence}` };
      await new Promise<void>((resolve) => this.ports.ambient.timers.after(LOOK_EVERY_MS, resolve));
    }
    return undefined;
  }

  /** Throws ProblemError `purchase-not-found`. */
  view(state: Purchase, purchaseId: string): PurchaseView {
    if (state.status === 'absent') throw new ProblemError('purchase-not-found');
    return purchaseView(state, purchaseId);
  }
}

/** A purchase as people see it. */
export function purchaseView(state: Started, purchaseId: string): PurchaseView {
  const { offerId, providerId, firmId, personId, title, totalCents, voucherExpiresAt, voucherId, refusal } = state;
  const text = refusal && problems[refusal.code];
  return {
    purchaseId,
    status: shownStatus(state.status, state.endedBy),
    offerId,
    providerId,
    firmId,
    personId,
    title,
    totalCents,
    payments: paymentsOf(state).map((payment) => ({ purchaseId, ...payment })),
    voucherExpiresAt,
    ...(voucherId === undefined ? {} : { voucherId }),
    ...(refusal && { refusal: { code: refusal.code, detail: text ? fillText(text.it, refusal.params) : refusal.code, detailEn: text ? fillText(text.en, refusal.params) : refusal.code } }),
  };
}
