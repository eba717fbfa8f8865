import { Injectable } from '@nestjs/common';
import { premiumKindSchema, type DataOf, type premiumContractRecorded } from '@salvatempo/contracts';
import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/pdr-rule.json';
import termsTable from '../../../../docs/rules/premium-terms.json';
import type { PremiumRule } from '../domain/premium';

export type PremiumKind = DataOf<typeof premiumContractRecorded>['kind'];
export const PREMIUM_KINDS: readonly PremiumKind[] = premiumKindSchema.options;

export interface PremiumRuleRow extends PremiumRule, DatedRow<number> {
  readonly kind: string;
  /** The last day of signature of contracts that it holds for. */
  readonly contractsUntil?: string;
}

export interface PremiumTermsRow extends DatedRow<number> {
  readonly contributionsBasisPoints: number;
  readonly depositDays: number;
}

const KEY = 'premium';

/** The dated tables of premi di risultato: `docs/rules/pdr-rule.json` and `premium-terms.json`, with norm and confidence per row. */
@Injectable()
export class PremiumRules {
  private readonly rules = new DatedRules<number, PremiumRuleRow>('pdr-rule', table.rows, ({ kind }) => kind);
  private readonly terms = new DatedRules<number, PremiumTermsRow>('premium-terms', termsTable.rows, () => KEY);

  /** The row of a contract and the year of payment: that of its kind where there is one for its day of signature, else that of increments. */
  of(kind: PremiumKind, signedOn: string, year: number): PremiumRuleRow | undefined {
    const own = this.rules.at(kind, year);
    const holds = own && (own.contractsUntil === undefined || signedOn <= own.contractsUntil);
    return holds ? own : this.rules.at('increments', year);
  }

  termsOf(year: number): PremiumTermsRow | undefined {
    return this.terms.at(KEY, year);
  }
}
