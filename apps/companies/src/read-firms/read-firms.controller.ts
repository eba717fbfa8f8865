import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, firmCardOf, firmContactOf, type Firm } from '../domain/firm';
import { employeeList, type EmployeeRow } from '../read-employees/employee-list.projection';
import { firmList, type FirmRow } from './firm-list.projection';
import { firmContactView, FirmPage, FirmView, firmView } from './firm.view';
import { knownFirm } from './known-firm.handler';


@ApiTags('companies')
@Controller('api/companies/firms')
export class ReadFirmsController {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(readerOf(firmList)) private readonly list: RowReader<FirmRow>,
    @Inject(readerOf(employeeList)) private readonly employees: RowReader<EmployeeRow>,
  ) {}

  /** All firms, newest first. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: FirmPage })
  async all(@Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<FirmPage> {
    const at = positionOf(position);
    if (at) await this.list.caughtUp(at);
    const page = await this.list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    const items = page.items.map(async (row) => firmView(row, firmCardOf((await this.firms.load(row.firmId))?.personal), row));
    return { ...page, items: await Promise.all(items) };
  }

  /** One firm, for its administrators and operators. */
  @Get(':firmId')
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: FirmView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<FirmView> {
    authorise(companiesPolicy(who), 'read', 'Firm', { firmId });
    const [found, row, listedEmployees] = await Promise.all([knownFirm(this.firms, firmId), this.list.get(firmId), this.listed(firmId)]);
    return { ...firmView(found.state, firmCardOf(found.personal), row), ...firmContactView(firmContactOf(found.personal)), listedEmployees };
  }

  private async listed(firmId: string): Promise<number> {
    let count = 0;
    for await (const _ of this.employees.each({ tenancy: { tenant: firmId } })) count++;
    return count;
  }
}
