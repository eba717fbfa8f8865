import { issueVoucher } from '@salvatempo/contracts';
import type { Instant, OutgoingCommand } from '@salvatempo/kernel';
import type { PurchaseFacts } from './purchase';

/** Orders the voucher of an employee, or the order receipt of an owner, until its last instant. */
export const voucherFor = (facts: PurchaseFacts, expiresAt: Instant): OutgoingCommand =>
  issueVoucher.to(facts.purchaseId, {
    purchaseId: facts.purchaseId,
    holderPersonId: facts.personId,
    firmId: facts.firmId,
    providerId: facts.providerId,
    offerId: facts.offerId,
    title: facts.title,
    valueCents: facts.totalCents,
    ...(facts.taxLetter !== undefined && { taxLetter: facts.taxLetter }),
    ...(facts.own && { receipt: 'order' as const }),
    expiresAt,
  });
