import { Inject } from '@nestjs/common';
import { employeeImportAccepted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employee, employeeIdOf, type Employee } from '../domain/employee';
import { employeeImport, type EmployeeImport } from '../domain/employee-import';
import type { EndEmployment } from '../end-employment/end-employment.decider';
import type { CompleteImport } from './complete-import.decider';
import { changeIn, countChanges, type Change } from './employee-change.table';
import type { EmployeeLine } from './employee-file.reader';
import type { TakeEmployee } from './take-employee.decider';

type Accepted = Envelope<DataOf<typeof employeeImportAccepted>>;

/** A file that was found right, as it is stored until everybody is in. */
export interface AcceptedFile {
  readonly people: readonly EmployeeLine[];
  /** Who left, since the file is complete and they aren't in it. */
  readonly leavers: readonly (EndEmployment & { readonly employeeId: string })[];
}

/** Employees written at the same time. */
const AT_ONCE = 32;

/**
 * Takes accepted files in. It can stop at any line and begin again: the accepted file's event is the cause in each employee,
 * so that somebody who was already added by this file counts as added, not as there before.
 */
@Consumer('companies.employee-imports')
export class ImportEmployeesConsumer {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(runnerOf(employeeImport)) private readonly imports: AggregateRunner<EmployeeImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(employeeImportAccepted)
  async accepted(message: Accepted): Promise<void> {
    const { importId } = message.data;
    const state = (await this.imports.load(importId))?.state;
    if (state?.status === 'accepted') await this.takeIn(message);
    await this.ports.store.blobs.remove(importId);
  }

  /** Another process was given the message too and was done first; then there is nothing left to do. */
  private async withoutFile(importId: string): Promise<void> {
    const state = (await this.imports.load(importId))?.state;
    if (state?.status === 'accepted') throw new UnhandleableMessageError(`the file of ${importId} is gone`);
  }

  private async takeIn(message: Accepted): Promise<void> {
    const { importId } = message.data;
    const file = await this.ports.store.blobs.get(importId);
    if (!file) return this.withoutFile(importId);
    const { people, leavers } = acceptedFile(JSON.parse(Buffer.from(file).toString('utf8')) as AcceptedFile | readonly EmployeeLine[]);
    const changes: Change[] = [];
    for (let from = 0; from < people.length; from += AT_ONCE) changes.push(...(await Promise.all(people.slice(from, from + AT_ONCE).map((person) => this.take(person, message)))));
    for (let from = 0; from < leavers.length; from += AT_ONCE) await Promise.all(leavers.slice(from, from + AT_ONCE).map((leaver) => this.letGo(leaver, message)));
    const { added, changed, rehired, ended } = countChanges(changes);
    const data: CompleteImport = { added, changed, rehired, ended: ended + leavers.length, alreadyThere: people.length - added };
    await this.imports.execute(importId, { type: 'complete-import', data }, causeOf(message));
  }

  /** What this import does to a person, now or before it was interrupted. */
  private async take({ line: _, ...person }: EmployeeLine, message: Accepted): Promise<Change> {
    const { firmId } = message.data;
    const data: TakeEmployee = { ...person, firmId };
    const outcome = await this.employees.execute(employeeIdOf(firmId, person.personId), { type: 'take-employee', data }, causeOf(message));
    return changeIn('events' in outcome ? outcome.events : []);
  }

  private async letGo({ employeeId, lastDay }: AcceptedFile['leavers'][number], message: Accepted): Promise<void> {
    const data: EndEmployment = { lastDay };
    await this.employees.execute(employeeId, { type: 'end-employment', data }, causeOf(message));
  }
}

/** Files accepted by an earlier program held their people alone. */
const acceptedFile = (file: AcceptedFile | readonly EmployeeLine[]): AcceptedFile => ('people' in file ? file : { people: file, leavers: [] });
