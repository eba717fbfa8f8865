import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { employeeImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, whenFinal, Who, XLSX_TYPE } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employeeImport, isCompleted, type EmployeeImport } from '../domain/employee-import';
import type { AcceptImport } from './accept-import.decider';
import { EmployeeFiles } from './employee-file.handler';
import { EmployeeImportView, employeeImportView } from './employee-import.view';
import { ImportQueryDto } from './import-employees.dto';
import type { AcceptedFile } from './import-employees.consumer';
import { PlanImport } from './plan-import.handler';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ImportEmployeesController {
  constructor(
    @Inject(runnerOf(employeeImport)) private readonly imports: AggregateRunner<EmployeeImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(EmployeeFiles) private readonly files: EmployeeFiles,
    @Inject(PlanImport) private readonly plans: PlanImport,
  ) {}

  /**
   * Takes in a firm's employees as CSV or XLSX (`codice_fiscale,nome,cognome`; `data_assunzione`, `data_fine` and `categoria` if wanted),
   * whole or not at all: 202 and pending; with `Prefer: wait=2`, 200 once everybody is in. Errors come by line and column, and
   * nothing of the file is kept. The same file again changes nothing. What it would do is told by a preview.
   */
  @Post(':firmId/employee-imports')
  @Allow('firm-admin')
  @ApiConsumes('text/csv', XLSX_TYPE)
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: EmployeeImportView })
  @ApiOkResponse({ type: EmployeeImportView })
  async import(
    @Param('firmId') firmId: string,
    @Query() query: ImportQueryDto,
    @Body() file: unknown,
    @Who() who: Principal,
    @Because() cause: Cause,
  ): Promise<Answer<EmployeeImportView>> {
    authorise(companiesPolicy(who), 'import', 'EmployeeImport', { firmId });
    const importId = derivedId('imp', cause.id);
    const earlier = await this.imports.earlier(importId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(importId, firmId, await this.rightFile(firmId, file, query), cause)));
    const facts = events[0]!.data as DataOf<typeof employeeImportAccepted>;
    return {
      status: 202,
      body: employeeImportView({ ...facts, status: 'accepted' }),
      location: `/api/companies/firms/${firmId}/employee-imports/${importId}`,
      position: `${importId}:${sequence}`,
      whenFinal: whenFinal(this.imports, importId, isCompleted, employeeImportView),
    };
  }

  /** Throws ProblemError `import-refused`, `import-preview-required`, `import-preview-outdated`. */
  private async rightFile(firmId: string, body: unknown, { preview, othersLeftOn }: ImportQueryDto): Promise<AcceptedFile> {
    if (othersLeftOn !== undefined && preview === undefined) throw new ProblemError('import-preview-required');
    const file = await this.files.read(body);
    const plan = await this.plans.plan(firmId, file, othersLeftOn === undefined ? undefined : calendarDay('othersLeftOn', othersLeftOn));
    if (preview !== undefined && plan.previewId !== preview) throw new ProblemError('import-preview-outdated');
    return { people: file.people, leavers: plan.leavers.map(({ employeeId, lastDay }) => ({ employeeId, lastDay })) };
  }

  private async accept(importId: string, firmId: string, file: AcceptedFile, cause: Cause): ReturnType<AggregateRunner<EmployeeImport>['execute']> {
    // Stored, encrypted, before it is promised: what was accepted can always be taken in.
    await this.ports.store.blobs.put(importId, Buffer.from(JSON.stringify(file)));
    const data: AcceptImport = { firmId, rows: file.people.length };
    return this.imports.execute(importId, { type: 'accept-import', data }, cause);
  }
}
