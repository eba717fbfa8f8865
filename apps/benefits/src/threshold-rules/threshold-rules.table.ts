import { Injectable } from '@nestjs/common';
import { DatedRules, type Cents } from '@salvatempo/kernel';
import table from '../../../../docs/rules/fringe-threshold.json';

/** One threshold for everybody, so that all rows have the same key. */
const KEY = 'c.3';

/** The dated table of the art. 51 c.3 threshold: `docs/rules/fringe-threshold.json`, with norm and confidence per row. */
@Injectable()
export class ThresholdRules {
  private readonly rules = new DatedRules<number, (typeof table.rows)[number]>('fringe-threshold', table.rows, () => KEY);

  /** Threshold of a tax year for somebody without a declared dependent child, in euro cents; undefined where no row covers it. */
  baseCents(taxYear: number): Cents | undefined {
    return this.rules.at(KEY, taxYear)?.baseCents;
  }
}
