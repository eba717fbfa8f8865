import { Inject, Injectable } from '@nestjs/common';
import { decide, derivedId } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employee, employeeCardOf, employeeIdOf, type Employee, type EmployeeCard } from '../domain/employee';
import { changedFields, changeIn, type Change } from './employee-change.table';
import type { EmployeeLine } from './employee-file.reader';
import type { TakeEmployee } from './take-employee.decider';

/** Employees read at the same time. */
const AT_ONCE = 32;

export interface PlannedLine {
  readonly line: EmployeeLine;
  readonly change: Change;
  /** Names of what is changed. */
  readonly changed: readonly string[];
  /** What is known so far; undefined for somebody new. */
  readonly before?: EmployeeCard;
}

export interface ImportPlan {
  /** Follows from the file and from all that it would change: it is another as soon as either is. */
  readonly previewId: string;
  readonly lines: readonly PlannedLine[];
}

/** What a file of employees would change, now: each person is decided by the same decider that takes them in. Nothing is changed by it. */
@Injectable()
export class PlanImport {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  async plan(firmId: string, people: readonly EmployeeLine[]): Promise<ImportPlan> {
    const lines: PlannedLine[] = [];
    for (let from = 0; from < people.length; from += AT_ONCE) lines.push(...(await Promise.all(people.slice(from, from + AT_ONCE).map((line) => this.planned(firmId, line)))));
    const facts = lines.map(({ line: { line: _, ...person }, change, changed }) => [person, change, changed]);
    return { previewId: derivedId('ipv', firmId, JSON.stringify(facts)), lines };
  }

  private async planned(firmId: string, { line, ...person }: EmployeeLine): Promise<PlannedLine> {
    const id = employeeIdOf(firmId, person.personId);
    const found = await this.employees.load(id);
    const data: TakeEmployee = { ...person, firmId };
    const context = { id, at: this.ports.ambient.clock.now(), ...(found?.personal && { personal: found.personal as EmployeePersonal }) };
    const decision = decide(this.employees.aggregate, { type: 'take-employee', data }, found?.state ?? employee.initial, context);
    const events = decision.ok ? decision.events : [];
    return { line: { line, ...person }, change: changeIn(events), changed: changedFields(events), ...(found && { before: employeeCardOf(found.personal) }) };
  }
}

type EmployeePersonal = NonNullable<Parameters<typeof decide>[3]['personal']>;
