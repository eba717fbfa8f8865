import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ruleTableSchema, type RuleTableName } from '@salvatempo/contracts';
import { Allow } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { inForce, reasonsOf, ruleTable, ruleTableIdOf, type RuleTable } from '../domain/rule-table';
import { ruleFiles } from '../rule-files/rule-files.table';
import { knownTable } from './known-table.handler';
import { ruleEditView, RuleTableDetail, RuleTableList, ruleTableView } from './rule-table.view';

@ApiTags('programmes')
@Controller('api/programmes/rule-tables')
export class ReadRuleTablesController {
  constructor(@Inject(runnerOf(ruleTable)) private readonly tables: AggregateRunner<RuleTable>) {}

  /** The dated tables that calls and revocations are decided by, as they are in force. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: RuleTableList })
  async all(): Promise<RuleTableList> {
    return { items: await Promise.all(ruleTableSchema.options.map(async (table) => ruleTableView(table, inForce((await this.found(table)).state, ruleFiles[table])))) };
  }

  /** One table with its history. */
  @Get(':table')
  @Allow('operator')
  @ApiOkResponse({ type: RuleTableDetail })
  async one(@Param('table') name: string): Promise<RuleTableDetail> {
    const table = knownTable(name);
    const { state, reasons } = await this.found(table);
    const edits = state.status === 'edited' ? state.edits : [];
    return { ...ruleTableView(table, inForce(state, ruleFiles[table])), history: edits.map((edit, n) => ruleEditView(edit, reasons[n] ?? '')).reverse() };
  }

  private async found(table: RuleTableName): Promise<{ readonly state: RuleTable; readonly reasons: readonly string[] }> {
    const found = await this.tables.load(ruleTableIdOf(table));
    return { state: found?.state ?? ruleTable.initial, reasons: reasonsOf(found?.personal) };
  }
}
