import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, organisationsOf, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { employee, employeeCardOf, employeeIdOf, type Employee } from '../domain/employee';
import { firm, firmCardOf, type Firm } from '../domain/firm';
import { OwnCards, OwnCardView } from './own-card.view';

@ApiTags('companies')
@Controller('api/companies/people/me')
export class ReadOwnCardController {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
  ) {}

  /** What each firm that the caller works for knows of them. */
  @Get()
  @Allow('employee')
  @ApiOkResponse({ type: OwnCards })
  async mine(@Who() who: Principal): Promise<OwnCards> {
    const cards = await Promise.all(organisationsOf(who, 'employee').map((firmId) => this.card(firmId, who.personId)));
    return { items: cards.filter((card) => card !== undefined) };
  }

  private async card(firmId: string, personId: string): Promise<OwnCardView | undefined> {
    const employeeId = employeeIdOf(firmId, personId);
    const [company, found] = await Promise.all([this.firms.load(firmId), this.employees.load(employeeId)]);
    if (!found || found.state.status === 'absent') return undefined;
    return { firmId, ...(company && { firmName: firmCardOf(company.personal).name }), employeeId, ...employeeCardOf(found.personal) };
  }
}
