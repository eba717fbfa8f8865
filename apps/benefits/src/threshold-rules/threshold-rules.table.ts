import { Injectable } from '@nestjs/common';
import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/fringe-threshold.json';
import warnings from '../../../../docs/rules/threshold-warning.json';
import type { Thresholds } from '../domain/threshold';

/** One threshold for everybody, so that all rows have the same key. */
const KEY = 'c.3';

export interface ThresholdRow extends Thresholds, DatedRow<number> {}

/** The dated tables of the art. 51 c.3 threshold: `docs/rules/fringe-threshold.json` and `threshold-warning.json`, with norm and confidence per row. */
@Injectable()
export class ThresholdRules {
  private readonly rules = new DatedRules<number, ThresholdRow>('fringe-threshold', table.rows, () => KEY);
  private readonly warnings = new DatedRules<number, (typeof warnings.rows)[number]>('threshold-warning', warnings.rows, () => KEY);

  /** The row of a tax year; undefined where none covers it. */
  of(taxYear: number): ThresholdRow | undefined {
    return this.rules.at(KEY, taxYear);
  }

  /** From which part of the threshold on somebody is warned, in basis points; 10,000 where no row says less. */
  warnAtBasisPoints(taxYear: number): number {
    return this.warnings.at(KEY, taxYear)?.warnAtBasisPoints ?? 10_000;
  }
}
