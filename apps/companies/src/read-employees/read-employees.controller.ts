import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employee, employeeCardOf, type Employee } from '../domain/employee';
import { employeeList, type EmployeeRow } from './employee-list.projection';
import { EmployeePage, EmployeeView } from './employee.view';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ReadEmployeesController {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(readerOf(employeeList)) private readonly list: RowReader<EmployeeRow>,
  ) {}

  /** The firm's people with name and codice fiscale, oldest first. */
  @Get(':firmId/employees')
  @Allow('firm-admin')
  @ApiOkResponse({ type: EmployeePage })
  async all(
    @Param('firmId') firmId: string,
    @Who() who: Principal,
    @Query() { limit, after }: PageQueryDto,
    @Headers('salvatempo-position') position?: string,
  ): Promise<EmployeePage> {
    authorise(companiesPolicy(who), 'read', 'Employee', { firmId });
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: firmId }, limit, ...(after === undefined ? {} : { after }) });
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  private async view({ employeeId, personId, categories, lastDay, addedAt }: EmployeeRow): Promise<EmployeeView> {
    const found = await this.employees.load(employeeId);
    return { employeeId, personId, ...employeeCardOf(found?.personal), ...(lastDay === undefined ? {} : { lastDay }), categories: [...(categories ?? [])], addedAt };
  }
}
