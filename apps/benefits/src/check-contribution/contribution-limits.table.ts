import { Injectable } from '@nestjs/common';
import { DatedRules, RuleTableError, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/contribution-limits.json';
import type { ContributionKind, ContributionLimit } from '../domain/contribution-limit';

export interface ContributionLimitRow extends ContributionLimit, DatedRow<number> {
  readonly kind: string;
  readonly letter: string;
}

type Row = (typeof table.rows)[number];
const NAME = 'contribution-limits';

function checkedRow(row: Row): ContributionLimitRow {
  const { aboveLimit } = row;
  if (aboveLimit !== 'refuse' && aboveLimit !== 'taxable') throw new RuleTableError(NAME, `${row.kind} from ${row.validFrom} says neither refuse nor taxable`);
  return { ...row, aboveLimit };
}

/** The dated table of pension and health limits: `docs/rules/contribution-limits.json`, with norm and confidence per row. */
@Injectable()
export class ContributionLimits {
  private readonly rules = new DatedRules<number, ContributionLimitRow>(NAME, table.rows.map(checkedRow), ({ kind }) => kind);

  /** The row of a kind and tax year; undefined where none covers it. */
  of(kind: ContributionKind, taxYear: number): ContributionLimitRow | undefined {
    return this.rules.at(kind, taxYear);
  }
}
