import type { ClaimFacts, ClaimSetting, Relative } from '../domain/claim-facts';
import { claimTermsOn, expenseTypeOn, relationOn } from './claim-rules.table';

export const DAY = '2026-11-27';
export const CHILD: Relative = { relation: 'child', cohabiting: true, dependent: false, birthDate: '2024-03-01' };

interface FactsFixture extends Partial<Omit<ClaimFacts, 'document' | 'payment'>> {
  readonly document?: Partial<ClaimFacts['document']>;
  readonly payment?: Partial<NonNullable<ClaimFacts['payment']>> | 'none';
}

/** A nursery's invoice that nothing is wrong with, changed by what a test is about. */
export function factsOf({ document, payment, ...more }: FactsFixture = {}): ClaimFacts {
  const facts: ClaimFacts = {
    ...{ expenseType: 'nido', relative: CHILD, hasCertificate: false, aidCents: 0, askedCents: 45_000, notReimbursedElsewhere: true, notDeducted: true },
    ...more,
    document: {
      ...{ kind: 'invoice', issuer: 'Nido Carillon', issuerCode: '00743110157', number: '12', date: '2026-10-31', description: 'Retta di ottobre' },
      ...{ holder: 'employee', namesUser: true, totalCents: 45_000, vatExempt: false, stamped: false },
      ...document,
    },
  };
  return payment === 'none' ? facts : { ...facts, payment: { paidOn: '2026-11-02', method: 'traceable', payer: 'employee', ...payment } };
}

/** What the tables say of the facts, with credit enough. */
export function settingOf(facts: ClaimFacts, more: Partial<ClaimSetting> = {}): ClaimSetting {
  const day = more.day ?? DAY;
  const paidOn = facts.payment?.paidOn ?? day;
  const type = expenseTypeOn(facts.expenseType, paidOn);
  const relation = facts.relative && relationOn(facts.relative.relation, paidOn);
  return { ...(type && { type }), ...(relation && { relation }), terms: claimTermsOn(day), day, isDeclared: true, spendableCents: 100_000, creditUntil: '2026-12-31', ...more };
}
