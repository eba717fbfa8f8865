import { countedCents, thresholdOf } from '../domain/threshold';
import { useOf, type Account } from '../domain/account';
import type { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import type { ThresholdView } from './account.view';

/** How a tax year stands on an account; undefined where no rule covers the year. */
export function thresholdView(state: Account, year: number, rules: ThresholdRules): ThresholdView | undefined {
  const row = rules.of(year);
  if (!row) return undefined;
  const use = useOf(state, year);
  const thresholdCents = thresholdOf(use, row);
  const counted = countedCents(use);
  const warnFrom = Math.ceil((thresholdCents * rules.warnAtBasisPoints(year)) / 10_000);
  return {
    year,
    thresholdCents,
    usedCents: counted,
    externalCents: use.externalCents ?? 0,
    dependentChild: use.dependentChild ?? false,
    leftCents: Math.max(0, thresholdCents - counted),
    level: counted > thresholdCents ? 'over' : counted === thresholdCents ? 'reached' : counted >= warnFrom ? 'near' : 'free',
    rule: `fringe-threshold ${row.validFrom}-${row.validTo ?? ''}`,
    norm: row.norm,
    confidence: row.confidence,
  };
}
