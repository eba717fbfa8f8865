import { Inject, Injectable } from '@nestjs/common';
import { fillText, problems } from '@salvatempo/contracts';
import { MAX_CSV_ERRORS, ProblemError, type FieldError } from '@salvatempo/http';
import { derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employee, employeeCardOf, employeeIdOf, type Employee, type EmployeeCard } from '../domain/employee';
import { changedFields, changeIn, type Change } from './employee-change.table';
import { foresee, type Foreseen } from './employee-foresight.handler';
import type { EmployeeFile, EmployeeLine } from './employee-file.reader';
import { FileLeavers, type Leaver } from './file-leavers.handler';
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
  /** Last day of work after the import. */
  readonly lastDay?: string;
}

export interface ImportPlan {
  /** Follows from the file and from all that it would change: it is another as soon as either is. */
  readonly previewId: string;
  readonly lines: readonly PlannedLine[];
  /** Who isn't in a file that was said to be complete. */
  readonly leavers: readonly Leaver[];
}

interface Judged {
  readonly planned: PlannedLine;
  readonly error?: FieldError;
}

/** What a file of employees would change, now: each person is decided by the same decider that takes them in. Nothing is changed by it. */
@Injectable()
export class PlanImport {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(FileLeavers) private readonly leavers: FileLeavers,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * Throws ProblemError `import-refused` for what only shows beside the firm's list.
   * @param othersLeftOn `YYYY-MM-DD`: the file is complete, and whoever is missing in it left on that day.
   */
  async plan(firmId: string, file: EmployeeFile, othersLeftOn?: string): Promise<ImportPlan> {
    const judged: Judged[] = [];
    for (let from = 0; from < file.people.length; from += AT_ONCE) judged.push(...(await Promise.all(file.people.slice(from, from + AT_ONCE).map((line) => this.judged(firmId, line, file)))));
    const missing = othersLeftOn === undefined ? undefined : await this.leavers.of(firmId, new Set(file.people.map(({ personId }) => personId)), othersLeftOn);
    const errors = [...judged.flatMap(({ error }) => error ?? []), ...(missing?.errors ?? [])];
    if (errors.length > 0) throw new ProblemError('import-refused', { errors: errors.slice(0, MAX_CSV_ERRORS) });
    const lines = judged.map(({ planned }) => planned);
    const leavers = missing?.leavers ?? [];
    const facts = lines.map(({ line: { line: _, ...person }, change, changed }) => [person, change, changed]);
    return { previewId: derivedId('ipv', firmId, JSON.stringify([facts, leavers])), lines, leavers };
  }

  private async judged(firmId: string, line: EmployeeLine, { order }: EmployeeFile): Promise<Judged> {
    const { line: place, ...person } = line;
    const id = employeeIdOf(firmId, person.personId);
    const data: TakeEmployee = { ...person, firmId };
    const found = await this.employees.load(id);
    const at = this.ports.ambient.clock.now();
    const { events, refusal }: Foreseen = foresee(this.employees.aggregate, { type: 'take-employee', data }, found, { id, at });
    const change = changeIn(events);
    const state = found?.state ?? employee.initial;
    const lastDay = person.lastDay ?? (state.status === 'left' && change !== 'rehired' ? state.lastDay : undefined);
    const planned: PlannedLine = { line, change, changed: changedFields(events), ...(found && { before: employeeCardOf(found.personal) }), ...(lastDay === undefined ? {} : { lastDay }) };
    const isOver = state.status === 'absent' && person.lastDay !== undefined && person.lastDay < romeDate(at);
    const message = refusal ? fillText(problems[refusal.code]!.it, refusal.params) : 'Chi ha già finito di lavorare non si aggiunge all’elenco.';
    if (!refusal && !isOver) return { planned };
    const field = refusal && !['employment-ends-before-it-began', 'employment-end-too-far'].includes(refusal.code) ? 'data_assunzione' : 'data_fine';
    return { planned, error: { line: place, column: order.indexOf(field) + 1, field, code: refusal?.code ?? 'employment-over', message } };
  }
}
