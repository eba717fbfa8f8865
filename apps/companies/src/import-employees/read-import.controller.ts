import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employeeImport, type EmployeeImport } from '../domain/employee-import';
import { EmployeeImportView, employeeImportView } from './employee-import.view';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ReadImportController {
  constructor(@Inject(runnerOf(employeeImport)) private readonly imports: AggregateRunner<EmployeeImport>) {}

  /** How far a file of employees has come. */
  @Get(':firmId/employee-imports/:importId')
  @Allow('firm-admin')
  @ApiOkResponse({ type: EmployeeImportView })
  async one(@Param('firmId') firmId: string, @Param('importId') importId: string, @Who() who: Principal): Promise<EmployeeImportView> {
    authorise(companiesPolicy(who), 'read', 'EmployeeImport', { firmId });
    const state = (await this.imports.load(importId))?.state;
    if (!state || state.status === 'absent' || state.firmId !== firmId) throw new ProblemError('import-not-found');
    return employeeImportView(state);
  }
}
