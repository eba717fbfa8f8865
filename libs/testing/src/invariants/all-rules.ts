import type { Aggregate } from '@salvatempo/kernel';
import { aidRule } from './aid.rule';
import { allotmentRule } from './allotment.rule';
import { chainRule } from './chain.rule';
import type { Rule } from './committed';
import { claimRule } from './claim.rule';
import { contributionRule } from './contribution.rule';
import { coverRule } from './cover.rule';
import { creditRule } from './credit.rule';
import { firmBillRule } from './firm-bill.rule';
import { fundRule } from './fund.rule';
import { hoursFundRule } from './hours-fund.rule';
import { invoiceRule } from './invoice.rule';
import { meetingRule } from './meeting.rule';
import { oneEffectRule } from './one-effect.rule';
import { poolRule } from './pool.rule';
import { personCapRule } from './person-cap.rule';
import { premiumCapRule } from './premium-cap.rule';
import { purchaseRule } from './purchase.rule';
import { recoveryRule } from './recovery.rule';
import { ruleTableRule } from './rule-table.rule';
import { voucherRule } from './voucher.rule';

/** What must be true of money and vouchers, from events alone. */
export const moneyRules = (): readonly Rule[] => [creditRule(), poolRule(), claimRule(), contributionRule(), coverRule(), firmBillRule(), allotmentRule(), aidRule(), ruleTableRule(), fundRule(), recoveryRule(), hoursFundRule(), personCapRule(), premiumCapRule(), voucherRule(), purchaseRule(), invoiceRule()];

/** Every invariant that scenarios, simulation and benchmarks run. A new set for each run: rules remember what they saw. */
export const allRules = (aggregates: readonly Aggregate<unknown>[]): readonly Rule[] => [
  chainRule(aggregates),
  oneEffectRule(),
  meetingRule(),
  ...moneyRules(),
];
