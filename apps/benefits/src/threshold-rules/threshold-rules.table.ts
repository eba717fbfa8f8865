import { Injectable } from '@nestjs/common';
import type { Cents } from '@salvatempo/kernel';
import table from '../../../../docs/rules/fringe-threshold.json';

/** The dated table of the art. 51 c.3 threshold: `docs/rules/fringe-threshold.json`, with norm and confidence per row. */
@Injectable()
export class ThresholdRules {
  /** Threshold of a tax year for somebody without a declared dependent child, in euro cents; undefined where no row covers it. */
  baseCents(taxYear: number): Cents | undefined {
    return table.rows.find((row) => row.validFrom <= taxYear && (row.validTo === null || taxYear <= row.validTo))?.baseCents;
  }
}
