import { Injectable } from '@nestjs/common';
import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/meal-voucher-rule.json';
import type { MealKind } from '../domain/meal-voucher';

export interface MealRuleRow extends DatedRow {
  readonly kind: string;
  readonly exemptCents: number;
}

/** The dated table of meal vouchers: `docs/rules/meal-voucher-rule.json`, with norm and confidence per row. */
@Injectable()
export class MealRules {
  private readonly rules = new DatedRules<string, MealRuleRow>('meal-voucher-rule', table.rows, ({ kind }) => kind);

  /** The row of a kind on a day in Rome; undefined where none covers it. */
  of(kind: MealKind, day: string): MealRuleRow | undefined {
    return this.rules.at(kind, day);
  }
}
