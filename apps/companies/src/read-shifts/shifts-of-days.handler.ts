import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { employee, employeeCardOf, whyNotAtWork, type Employee, type EmployeeCard } from '../domain/employee';
import { roster, rosterIdOf, shiftsOf, type Roster } from '../domain/roster';
import { siteCardsOf, sites, sitesIdOf, type Sites } from '../domain/sites';
import { ownShiftView, type OwnShiftView } from './shift.view';

export interface FoundShift {
  readonly employeeId: string;
  readonly card: EmployeeCard;
  readonly view: OwnShiftView;
}

/** Reads who works when. What was written down for days on which somebody doesn't work there any more isn't told. */
@Injectable()
export class ShiftsOfDays {
  constructor(
    @Inject(runnerOf(roster)) private readonly rosters: AggregateRunner<Roster>,
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(runnerOf(sites)) private readonly sites: AggregateRunner<Sites>,
  ) {}

  /**
   * Shifts of a firm that begin on one of so many days.
   * @param from `YYYY-MM-DD` in Rome.
   * @param onlyEmployeeId of one person alone; undefined for all.
   */
  async of(firmId: string, from: string, days: number, onlyEmployeeId?: string): Promise<readonly FoundShift[]> {
    const last = addDays(from, days - 1);
    const months = [...new Set([from, last].map((day) => day.slice(0, 'YYYY-MM'.length)))];
    const [names, ...found] = await Promise.all([this.namesOf(firmId), ...months.map(async (month) => shiftsOf((await this.rosters.load(rosterIdOf(firmId, month)))?.personal))]);
    const people = found.flatMap((shifts) => Object.entries(shifts)).filter(([employeeId]) => onlyEmployeeId === undefined || employeeId === onlyEmployeeId);
    const told = people.map(async ([employeeId, all]) => {
      const shifts = all.filter(({ date }) => from <= date && date <= last);
      if (shifts.length === 0) return [];
      const loaded = await this.employees.load(employeeId);
      const card = employeeCardOf(loaded?.personal);
      const atWork = shifts.filter(({ date }) => whyNotAtWork(loaded?.state ?? employee.initial, card, date) === undefined);
      return atWork.map((shift) => ({ employeeId, card, view: ownShiftView(firmId, shift, names(shift.siteId)) }));
    });
    return (await Promise.all(told)).flat();
  }

  private async namesOf(firmId: string): Promise<(siteId: string) => string> {
    const cards = siteCardsOf((await this.sites.load(sitesIdOf(firmId)))?.personal);
    return (siteId) => cards[siteId]?.name ?? '';
  }
}
