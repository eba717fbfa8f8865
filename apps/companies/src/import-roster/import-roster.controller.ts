import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, rosterTaken } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, MONTH, ProblemError, Unkept, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employee, employeeCardOf, type Employee } from '../domain/employee';
import { countShifts, roster, rosterIdOf, type Roster, type Shifts } from '../domain/roster';
import { PlanRoster } from './plan-roster.handler';
import { RosterQueryDto } from './roster.dto';
import { RosterPreview, RosterView } from './roster.view';
import type { TakeRoster } from './take-roster.decider';

@ApiTags('companies')
@Controller('api/companies/firms/:firmId/rosters/:month/imports')
export class ImportRosterController {
  constructor(
    @Inject(runnerOf(roster)) private readonly rosters: AggregateRunner<Roster>,
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(PlanRoster) private readonly plans: PlanRoster,
  ) {}

  /**
   * Takes in who works when in a month as CSV (`codice_fiscale,data,inizio,fine`; `sede` where the firm has several sites), whole or not
   * at all. Of each person in the file it takes the place of their whole month; of others nothing changes. Errors come by line and column.
   */
  @Post()
  @Allow('firm-admin')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiCreatedResponse({ type: RosterView })
  async import(
    @Param('firmId') firmId: string,
    @Param('month') month: string,
    @Query() { preview }: RosterQueryDto,
    @Body() file: unknown,
    @Who() who: Principal,
    @Because() cause: Cause,
  ): Promise<Answer<RosterView>> {
    authorise(companiesPolicy(who), 'keep', 'Roster', { firmId });
    const rosterId = rosterIdOf(firmId, asMonth(month));
    const earlier = await this.rosters.earlier(rosterId, cause);
    const { events, sequence } = decided(earlier ?? (await this.take(rosterId, { firmId, month, people: await this.seen(firmId, month, file, preview) }, cause)));
    const { rosterId: _, ...body } = events[0]!.data as DataOf<typeof rosterTaken>;
    return { status: 201, body, location: `/api/companies/firms/${firmId}/shifts?from=${month}-01`, position: `${rosterId}:${sequence}` };
  }

  /** Says what a file of shifts would change, person by person, and changes nothing: neither the file nor the answer is kept. */
  @Post('previews')
  @Allow('firm-admin')
  @Unkept()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: RosterPreview })
  async preview(@Param('firmId') firmId: string, @Param('month') month: string, @Body() file: unknown, @Who() who: Principal, @Because() _cause: Cause): Promise<Answer<RosterPreview>> {
    authorise(companiesPolicy(who), 'keep', 'Roster', { firmId });
    const { previewId, people, before } = await this.plans.plan(firmId, asMonth(month), file);
    const persons = Object.entries(people).map(async ([employeeId, shifts]) => {
      const { name, surname } = employeeCardOf((await this.employees.load(employeeId))?.personal);
      return { employeeId, name, surname, shifts: shifts.length, shiftsBefore: before[employeeId]!.length, changed: JSON.stringify(shifts) !== JSON.stringify(before[employeeId]) };
    });
    return { status: 200, body: { previewId, firmId, month, shifts: countShifts(people), people: await Promise.all(persons) } };
  }

  /** Throws ProblemError as `PlanRoster` does, and `import-preview-outdated`. */
  private async seen(firmId: string, month: string, file: unknown, preview: string | undefined): Promise<Shifts> {
    const plan = await this.plans.plan(firmId, month, file);
    if (preview !== undefined && plan.previewId !== preview) throw new ProblemError('import-preview-outdated');
    return plan.people;
  }

  private take(rosterId: string, data: TakeRoster, cause: Cause): ReturnType<AggregateRunner<Roster>['execute']> {
    return this.rosters.execute(rosterId, { type: 'take-roster', data }, cause);
  }
}

function asMonth(month: string): string {
  if (MONTH.test(month)) return month;
  throw new ProblemError('invalid-request', { errors: [{ field: 'month', code: 'month', message: 'Un mese si scrive come 2026-12.' }] });
}
