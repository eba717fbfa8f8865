import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { ANY_ID, idPattern } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { Matches } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { payrollStaff, payrollStaffIdOf, type PayrollStaff } from './appoint-payroll.decider';

class PayrollFirmDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

class AppointPayrollDto extends PayrollFirmDto {
  @ApiProperty({ description: 'Of somebody who has signed up: an employee, or somebody of the office that does the payroll.' })
  @Matches(idPattern('per'))
  personId!: string;
}

class PayrollPersonView {
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
}

class PayrollStaffView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ type: [String] }) personIds!: string[];
}

@ApiTags('benefits')
@Controller('api/benefits/payroll-staff')
export class AppointPayrollController {
  constructor(@Inject(runnerOf(payrollStaff)) private readonly staff: AggregateRunner<PayrollStaff>) {}

  /** Lets somebody close the firm's months and take its payroll files, which hold people's letters. Whoever administers the firm as well sees those in the annual file alone. */
  @Post()
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: PayrollPersonView })
  async appoint(@Body() { firmId, personId }: AppointPayrollDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<PayrollPersonView>> {
    authorise(benefitsPolicy(who), 'appoint', 'Payroll', { firmId });
    decided(await this.staff.execute(payrollStaffIdOf(firmId), { type: 'appoint-payroll', data: { firmId, personId } }, cause));
    return { status: 201, body: { firmId, personId } };
  }

  /** Who does the firm's payroll. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: PayrollStaffView })
  async all(@Query() { firmId }: PayrollFirmDto, @Who() who: Principal): Promise<PayrollStaffView> {
    authorise(benefitsPolicy(who), 'appoint', 'Payroll', { firmId });
    const found = await this.staff.load(payrollStaffIdOf(firmId));
    return { firmId, personIds: [...(found?.state.personIds ?? [])] };
  }
}
