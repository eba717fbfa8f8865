/** What must hold of everything that the product ever commits, for scenarios, simulation and benchmarks alike. */
export * from './all-rules';
export * from './audit-store';
export * from './auditor';
export * from './committed';
export * from './finding';
export * from './follow-events';
export { allotmentRule } from './allotment.rule';
export { chainRule } from './chain.rule';
export { creditRule } from './credit.rule';
export { firmBillRule } from './firm-bill.rule';
export { fundRule } from './fund.rule';
export { oneEffectRule } from './one-effect.rule';
export { personCapRule } from './person-cap.rule';
export { purchaseRule } from './purchase.rule';
export { voucherRule } from './voucher.rule';
