import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, type Principal, Unkept, Who, XLSX_TYPE } from '@salvatempo/http';
import type { Cause } from '@salvatempo/messaging';
import { companiesPolicy } from '../companies.policy';
import { EmployeeFiles } from './employee-file.handler';
import { PreviewQueryDto } from './import-employees.dto';
import { ImportPreview, importPreview } from './import-preview.view';
import { PlanImport } from './plan-import.handler';

@ApiTags('companies')
@Controller('api/companies/firms')
export class PreviewImportController {
  constructor(
    @Inject(EmployeeFiles) private readonly files: EmployeeFiles,
    @Inject(PlanImport) private readonly imports: PlanImport,
  ) {}

  /** Says what a file of employees would change, line by line, and changes nothing: neither the file nor the answer is kept. */
  @Post(':firmId/employee-imports/previews')
  @Allow('firm-admin')
  @Unkept()
  @ApiConsumes('text/csv', XLSX_TYPE)
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: ImportPreview })
  async preview(
    @Param('firmId') firmId: string,
    @Query() { othersLeftOn }: PreviewQueryDto,
    @Body() file: unknown,
    @Who() who: Principal,
    @Because() _cause: Cause,
  ): Promise<Answer<ImportPreview>> {
    authorise(companiesPolicy(who), 'import', 'EmployeeImport', { firmId });
    const day = othersLeftOn === undefined ? undefined : calendarDay('othersLeftOn', othersLeftOn);
    const plan = await this.imports.plan(firmId, await this.files.read(file), day);
    return { status: 200, body: importPreview(firmId, plan) };
  }
}
