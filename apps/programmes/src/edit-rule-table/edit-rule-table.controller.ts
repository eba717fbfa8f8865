import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ruleTableEdited, type DataOf } from '@salvatempo/contracts';
import { Allow, Because, decided, ProblemError, Unkept, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { applied, faultOf } from '../domain/rule-rows';
import { inForce, ruleTable, ruleTableIdOf, type RuleTable } from '../domain/rule-table';
import { knownTable } from '../read-rule-tables/known-table.handler';
import { RuleTableView, ruleTableView } from '../read-rule-tables/rule-table.view';
import { ruleFiles } from '../rule-files/rule-files.table';
import { askedChanges } from './asked-changes.handler';
import type { EditRuleTable } from './edit-rule-table.decider';
import { EditRuleTableDto, RuleChangesDto } from './edit-rule-table.dto';

@ApiTags('programmes')
@Controller('api/programmes/rule-tables')
export class EditRuleTableController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(ruleTable)) private readonly tables: AggregateRunner<RuleTable>,
  ) {}

  /** Changes a dated table: a new version, by which everything is decided from then on. 409 where somebody else changed it first. */
  @Post(':table/versions')
  @Allow('operator')
  @ApiCreatedResponse({ type: RuleTableView })
  async edit(@Param('table') name: string, @Body() { basedOn, changes, reason }: EditRuleTableDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<RuleTableView>> {
    const table = knownTable(name);
    const id = ruleTableIdOf(table);
    const data: EditRuleTable = { table, file: ruleFiles[table], basedOn, changes: askedChanges(table, changes), reason: reason.trim(), by: who.personId };
    const { events, sequence } = decided(await this.tables.execute(id, { type: 'edit-rule-table', data }, cause));
    const edited = events.find(({ type }) => type === ruleTableEdited.type)!.data as DataOf<typeof ruleTableEdited>;
    return { status: 201, body: ruleTableView(table, edited), location: `/api/programmes/rule-tables/${table}`, position: `${id}:${sequence}` };
  }

  /** What a table would be after changes, or why it can't be changed so; changes nothing. */
  @Post(':table/versions/previews')
  @Allow('operator')
  @Unkept()
  @ApiOkResponse({ type: RuleTableView, description: 'All rows as they would be, with the version that they would be made from.' })
  async preview(@Param('table') name: string, @Body() { basedOn, changes }: RuleChangesDto, @Because() _cause: Cause): Promise<Answer<RuleTableView>> {
    const table = knownTable(name);
    const before = inForce((await this.tables.load(ruleTableIdOf(table)))?.state ?? ruleTable.initial, ruleFiles[table]);
    if (basedOn !== before.version) throw new ProblemError('rule-table-changed', { params: { version: before.version } });
    const after = applied(before.rows, askedChanges(table, changes));
    if (typeof after === 'string') throw new ProblemError(after);
    const fault = faultOf(table, before.rows, after.rows, romeDate(this.ports.ambient.clock.now()));
    if (fault !== undefined) throw new ProblemError(fault);
    return { status: 200, body: ruleTableView(table, { version: before.version, rows: after.rows }) };
  }
}
