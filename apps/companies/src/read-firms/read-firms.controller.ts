import { subject } from '@casl/ability';
import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, PageQueryDto, positionOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { firm, firmCardOf, firmContactOf, type Firm } from '../domain/firm';
import { employeeList, type EmployeeRow } from '../read-employees/employee-list.projection';
import { MandatedAccess } from '../read-mandates/mandated-access.handler';
import { firmList, type FirmRow } from './firm-list.projection';
import { firmContactView, FirmPage, FirmView, firmView } from './firm.view';
import { knownFirm } from './known-firm.handler';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ReadFirmsController {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(MandatedAccess) private readonly access: MandatedAccess,
    @Inject(readerOf(firmList)) private readonly list: RowReader<FirmRow>,
    @Inject(readerOf(employeeList)) private readonly employees: RowReader<EmployeeRow>,
  ) {}

  /** All firms, newest first. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: FirmPage })
  async all(@Query() { limit, after }: PageQueryDto, @Headers('salvatempo-position') position?: string): Promise<FirmPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({ tenancy: { tenant: 'territory' }, limit, newestFirst: true, ...(after === undefined ? {} : { after }) });
    const items = page.items.map(async (row) => firmView(row, firmCardOf((await this.firms.load(row.firmId))?.personal), row));
    return { ...page, items: await Promise.all(items) };
  }

  /** One firm, for its administrators and operators; without its owner and IBAN for whoever has its mandate. */
  @Get(':firmId')
  @Allow('firm-admin', 'operator', 'adviser', 'association')
  @ApiOkResponse({ type: FirmView })
  async one(@Param('firmId') firmId: string, @Who() who: Principal): Promise<FirmView> {
    const ability = await this.access.of(who, firmId);
    authorise(ability, 'read', 'Firm', { firmId });
    const [found, row, listedEmployees] = await Promise.all([knownFirm(this.firms, firmId), this.list.get(firmId), this.listed(firmId)]);
    return { ...firmView(found.state, firmCardOf(found.personal), row), ...(ability.can('know-contact', subject('Firm', { firmId })) && firmContactView(firmContactOf(found.personal))), listedEmployees };
  }

  private async listed(firmId: string): Promise<number> {
    let count = 0;
    for await (const _ of this.employees.each({ tenancy: { tenant: firmId } })) count++;
    return count;
  }
}
