import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, calendarDay, organisationsOf, type Principal, Who } from '@salvatempo/http';
import { companiesPolicy } from '../companies.policy';
import { employeeIdOf } from '../domain/employee';
import { ShiftQueryDto } from './shift.dto';
import { byStart, OwnShiftList, ShiftList } from './shift.view';
import { ShiftsOfDays } from './shifts-of-days.handler';

@ApiTags('companies')
@Controller('api/companies')
export class ReadShiftsController {
  constructor(@Inject(ShiftsOfDays) private readonly shifts: ShiftsOfDays) {}

  /** Who of the firm works when, of a day or a week; for its administrators alone. */
  @Get('firms/:firmId/shifts')
  @Allow('firm-admin')
  @ApiOkResponse({ type: ShiftList })
  async ofFirm(@Param('firmId') firmId: string, @Query() { from, days }: ShiftQueryDto, @Who() who: Principal): Promise<ShiftList> {
    authorise(companiesPolicy(who), 'read', 'Roster', { firmId });
    const found = await this.shifts.of(firmId, calendarDay('from', from), days);
    return { items: found.map(({ employeeId, card: { name, surname }, view }) => ({ ...view, employeeId, name, surname })).sort(byStart) };
  }

  /** When the caller works, at whichever firm; nobody else's shifts. */
  @Get('people/me/shifts')
  @Allow('employee')
  @ApiOkResponse({ type: OwnShiftList })
  async mine(@Query() { from, days }: ShiftQueryDto, @Who() who: Principal): Promise<OwnShiftList> {
    const day = calendarDay('from', from);
    const found = await Promise.all(organisationsOf(who, 'employee').map((firmId) => this.shifts.of(firmId, day, days, employeeIdOf(firmId, who.personId))));
    return { items: found.flat().map(({ view }) => view).sort(byStart) };
  }
}
