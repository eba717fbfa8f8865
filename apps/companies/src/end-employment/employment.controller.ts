import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, type Principal, ProblemError, Who } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { employee, type Employee } from '../domain/employee';
import type { EndEmployment } from './end-employment.decider';
import { EmploymentView, EndEmploymentDto, RehireEmployeeDto } from './employment.dto';
import type { RehireEmployee } from './rehire-employee.decider';

@ApiTags('companies')
@Controller('api/companies/firms')
export class EmploymentController {
  constructor(@Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>) {}

  /**
   * Ends an employment on a day. From the next day on the person is given no credit and buys nothing with the firm's plan; the
   * sign-in, what was bought and its vouchers stay theirs. Another day puts a wrong one right.
   */
  @Post(':firmId/employees/:employeeId/departures')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: EmploymentView })
  async end(@Param('firmId') firmId: string, @Param('employeeId') employeeId: string, @Body() body: EndEmploymentDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<EmploymentView>> {
    const data: EndEmployment = { lastDay: calendarDay('lastDay', body.lastDay) };
    return this.decide(firmId, employeeId, who, { type: 'end-employment', data }, cause, { status: 'left', day: data.lastDay });
  }

  /** Employs somebody again who had left. */
  @Post(':firmId/employees/:employeeId/rehirings')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: EmploymentView })
  async rehire(@Param('firmId') firmId: string, @Param('employeeId') employeeId: string, @Body() body: RehireEmployeeDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<EmploymentView>> {
    const data: RehireEmployee = { firstDay: calendarDay('firstDay', body.firstDay) };
    return this.decide(firmId, employeeId, who, { type: 'rehire-employee', data }, cause, { status: 'employed', day: data.firstDay });
  }

  private async decide(
    firmId: string,
    employeeId: string,
    who: Principal,
    command: { readonly type: string; readonly data: object },
    cause: Cause,
    then: Pick<EmploymentView, 'status' | 'day'>,
  ): Promise<Answer<EmploymentView>> {
    authorise(companiesPolicy(who), 'employ', 'Employee', { firmId });
    const state = (await this.employees.load(employeeId))?.state;
    if (!state || state.status === 'absent' || state.firmId !== firmId) throw new ProblemError('employee-not-found');
    const { sequence } = decided(await this.employees.execute(employeeId, command, cause));
    return { status: 201, body: { employeeId, firmId, ...then }, location: `/api/companies/firms/${firmId}/employees`, position: `${employeeId}:${sequence}` };
  }
}
