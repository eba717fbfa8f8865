import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { employeeImportAccepted, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, ProblemError, whenFinal, Who, type Answer, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employeeImport, isCompleted, type EmployeeImport } from '../domain/employee-import';
import type { AcceptImport } from './accept-import.decider';
import { readEmployeeFile } from './employee-file.reader';
import { EmployeeImportView, employeeImportView } from './employee-import.view';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ImportEmployeesController {
  constructor(
    @Inject(runnerOf(employeeImport)) private readonly imports: AggregateRunner<EmployeeImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * Takes in a firm's employees as CSV (`codice_fiscale,nome,cognome` and `data_assunzione` if wanted), whole or not at all:
   * 202 and pending; with `Prefer: wait=2`, 200 once everybody is in. Errors come by line and column, and nothing of the file
   * is kept. The same file again adds nobody.
   */
  @Post(':firmId/employee-imports')
  @Allow('firm-admin')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: EmployeeImportView })
  @ApiOkResponse({ type: EmployeeImportView })
  async import(@Param('firmId') firmId: string, @Body() file: unknown, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<EmployeeImportView>> {
    authorise(companiesPolicy(who), 'import', 'EmployeeImport', { firmId });
    if (typeof file !== 'string') throw new ProblemError('unsupported-media-type');
    const importId = derivedId('imp', cause.id);
    const earlier = await this.imports.earlier(importId, cause);
    const { events, sequence } = decided(earlier ?? (await this.accept(importId, firmId, file, cause)));
    const facts = events[0]!.data as DataOf<typeof employeeImportAccepted>;
    return {
      status: 202,
      body: employeeImportView({ ...facts, status: 'accepted' }),
      location: `/api/companies/firms/${firmId}/employee-imports/${importId}`,
      position: `${importId}:${sequence}`,
      whenFinal: whenFinal(this.imports, importId, isCompleted, employeeImportView),
    };
  }

  private async accept(importId: string, firmId: string, file: string, cause: Cause): ReturnType<AggregateRunner<EmployeeImport>['execute']> {
    const { store, keys } = this.ports;
    const people = readEmployeeFile(file, (fiscalCode) => keys.personId(fiscalCode));
    if (!people.ok) throw new ProblemError('import-refused', { errors: people.error });
    // Stored, encrypted, before it is promised: what was accepted can always be taken in.
    await store.blobs.put(importId, Buffer.from(JSON.stringify(people.value)));
    const data: AcceptImport = { firmId, rows: people.value.length };
    return this.imports.execute(importId, { type: 'accept-import', data }, cause);
  }
}
