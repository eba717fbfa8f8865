import { claimApproved, claimCreditDebited, claimCreditReturned, claimRecovered, claimReimbursed, claimRejected, claimReviewFoundWrong, claimSubmitted } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { bookOf } from './hold-book';

interface Claim {
  askedCents: number;
  approvedCents: number;
  reimbursedCents: number;
  debitedCents: number;
  firstValidators: Set<string>;
}

/**
 * Claims: asked >= approved >= reimbursed at every step; what was reimbursed is what the account paid, and never more than was
 * approved; who refused doesn't approve later.
 */
export function claimRule(): Rule {
  const claims = new Map<string, Claim>();
  const claimOf = (id: string): Claim => bookOf(claims, id, () => ({ askedCents: 0, approvedCents: 0, reimbursedCents: 0, debitedCents: 0, firstValidators: new Set() }));
  const handlers = [
    on(claimSubmitted, ({ data }) => void (claimOf(data.claimId).askedCents = data.askedCents)),
    on(claimApproved, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      expect(data.approvedCents - claim.approvedCents === data.addedCents, () => `${data.claimId}: ${data.addedCents} don't lead from ${claim.approvedCents} to ${data.approvedCents}`);
      expect(!claim.firstValidators.has(data.validatorId), () => `${data.claimId}: ${data.validatorId} approved what they had refused`);
      claim.approvedCents = data.approvedCents;
      expect(claim.approvedCents <= claim.askedCents, () => `${data.claimId}: ${claim.approvedCents} approved of ${claim.askedCents}`);
    }),
    on(claimRejected, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      if (data.validatorId !== undefined) claim.firstValidators.add(data.validatorId);
      expect(claim.approvedCents === data.approvedCents, () => `${data.claimId}: a refusal took back what was approved`);
    }),
    on(claimReimbursed, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      claim.reimbursedCents += data.amountCents;
      expect(claim.reimbursedCents === data.reimbursedCents, () => `${data.claimId}: says ${data.reimbursedCents} reimbursed, and ${claim.reimbursedCents} are`);
      expect(claim.reimbursedCents <= claim.approvedCents, () => `${data.claimId}: ${claim.reimbursedCents} reimbursed of ${claim.approvedCents}`);
    }),
    on(claimReviewFoundWrong, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      claim.firstValidators.add(data.validatorId);
      expect(data.approvedCents < claim.approvedCents, () => `${data.claimId}: found wrong, and ${data.approvedCents} are approved of ${claim.approvedCents}`);
      claim.approvedCents = data.approvedCents;
    }),
    on(claimRecovered, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      claim.reimbursedCents -= data.amountCents;
      expect(claim.reimbursedCents === data.reimbursedCents && claim.reimbursedCents === claim.approvedCents, () => `${data.claimId}: ${data.amountCents} recovered, and ${claim.reimbursedCents} stay of ${claim.approvedCents}`);
    }),
    on(claimCreditReturned, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      claim.debitedCents -= data.amountCents;
      expect(claim.debitedCents >= 0, () => `${data.claimId}: more credit came back than was paid`);
    }),
    on(claimCreditDebited, ({ data, expect }) => {
      const claim = claimOf(data.claimId);
      claim.debitedCents += data.amountCents;
      expect(claim.debitedCents + data.waitingCents === claim.approvedCents, () => `${data.claimId}: ${claim.debitedCents} debited and ${data.waitingCents} waiting of ${claim.approvedCents}`);
    }),
  ];
  return followEvents('claim', handlers, (_now, expect) => {
    for (const [id, { debitedCents, reimbursedCents }] of claims) expect(debitedCents === reimbursedCents, () => `${id}: ${debitedCents} left the account, and ${reimbursedCents} are noted`);
  });
}
