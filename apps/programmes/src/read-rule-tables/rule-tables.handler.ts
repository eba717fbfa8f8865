import { Inject, Injectable } from '@nestjs/common';
import type { RuleTableName } from '@salvatempo/contracts';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { inForce, ruleTable, ruleTableIdOf, type AidRules, type InterestRates, type RuleTable, type RuleVersion } from '../domain/rule-table';
import { ruleFiles } from '../rule-files/rule-files.table';

/** The dated tables in force, for whoever decides by them. */
@Injectable()
export class RuleTables {
  constructor(@Inject(runnerOf(ruleTable)) private readonly tables: AggregateRunner<RuleTable>) {}

  aid(): Promise<AidRules> {
    return this.inForce('de-minimis-rule') as Promise<AidRules>;
  }

  interest(): Promise<InterestRates> {
    return this.inForce('recovery-interest') as Promise<InterestRates>;
  }

  private async inForce(table: RuleTableName): Promise<RuleVersion> {
    return inForce((await this.tables.load(ruleTableIdOf(table)))?.state ?? ruleTable.initial, ruleFiles[table]);
  }
}
