import { Inject, Injectable } from '@nestjs/common';
import { fileError, MAX_CSV_ERRORS, ProblemError, readCsvLines, type FieldError } from '@salvatempo/http';
import { addYears, derivedId, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Loaded } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employee, employeeCardOf, employeeIdOf, whyNotAtWork, type Employee } from '../domain/employee';
import { monthsBeside, overlaps, roster, rosterIdOf, shiftsOf, type Roster, type Shift, type Shifts } from '../domain/roster';
import { sites, sitesIdOf, type Sites } from '../domain/sites';
import { placeOn } from './roster-places.check';
import { readRosterLines, type RosterColumn, type RosterFile } from './roster-file.reader';

/** What a file would write down, found right. */
export interface RosterPlan {
  /** Follows from the file and from what is known of its people's month: it is another as soon as either is. */
  readonly previewId: string;
  readonly people: Shifts;
  /** Their shifts of the month so far. */
  readonly before: Shifts;
}

/** A shift of the file with its line, or of a month beside it, without. */
type Placed = Shift & { readonly line?: number };

const AT_WORK: Readonly<Record<NonNullable<ReturnType<typeof whyNotAtWork>>, readonly [column: RosterColumn, code: string, message: string]>> = {
  unknown: ['codice_fiscale', 'person-unknown', 'Questa persona non è nell’elenco dell’impresa.'],
  'not-hired-yet': ['data', 'person-not-hired-yet', 'In questo giorno la persona non è ancora assunta.'],
  left: ['data', 'person-left', 'In questo giorno la persona non lavora più per l’impresa.'],
};

/** Holds a file of shifts against the firm's people, places and neighbouring months. Nothing is changed by it. */
@Injectable()
export class PlanRoster {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(runnerOf(sites)) private readonly sites: AggregateRunner<Sites>,
    @Inject(runnerOf(roster)) private readonly rosters: AggregateRunner<Roster>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Throws ProblemError `unsupported-media-type`, or `import-refused` with every error by line and column. */
  async plan(firmId: string, month: string, body: unknown): Promise<RosterPlan> {
    if (typeof body !== 'string') throw new ProblemError('unsupported-media-type');
    const lines = readCsvLines(body);
    const file = lines.ok ? readRosterLines(lines.value, month) : lines;
    if (!file.ok) throw new ProblemError('import-refused', { errors: file.error });
    this.assertNear(month);
    const errors: FieldError[] = [];
    const people = await this.placed(firmId, file.value, errors);
    const [before, ...beside] = await Promise.all([month, ...monthsBeside(month)].map(async (one) => shiftsOf((await this.rosters.load(rosterIdOf(firmId, one)))?.personal)));
    for (const [employeeId, shifts] of people) errors.push(...overlapErrors([...shifts, ...beside.flatMap((one) => one[employeeId] ?? [])], file.value));
    if (errors.length > 0) throw new ProblemError('import-refused', { errors: errors.sort((a, b) => a.line! - b.line! || a.column! - b.column!).slice(0, MAX_CSV_ERRORS) });
    const said = Object.fromEntries([...people].map(([employeeId, shifts]) => [employeeId, shifts.map(({ line: _, ...shift }) => shift).sort((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1))]));
    const known = Object.fromEntries(Object.keys(said).map((employeeId) => [employeeId, before![employeeId] ?? []]));
    return { previewId: derivedId('ipv', firmId, JSON.stringify([month, said, known])), people: said, before: known };
  }

  private assertNear(month: string): void {
    const today = romeDate(this.ports.ambient.clock.now());
    const [from, to] = [addYears(today, -1), addYears(today, 1)].map((day) => day.slice(0, 7)) as [string, string];
    if (month < from || month > to) throw new ProblemError('import-refused', { errors: [fileError('month-too-far', 'I turni sono di un mese fra un anno fa e fra un anno.')] });
  }

  /** The shifts by employee, for lines that are right beside the firm's lists. */
  private async placed(firmId: string, { lines, columnOf }: RosterFile, errors: FieldError[]): Promise<ReadonlyMap<string, readonly Placed[]>> {
    const known = await this.sites.load(sitesIdOf(firmId));
    const workers = new Map<string, Loaded<Employee> | undefined>();
    const people = new Map<string, Placed[]>();
    for (const { fiscalCode, siteName, ...shift } of lines) {
      const employeeId = employeeIdOf(firmId, this.ports.keys.personId(fiscalCode));
      if (!workers.has(employeeId)) workers.set(employeeId, await this.employees.load(employeeId));
      const found = workers.get(employeeId);
      const why = whyNotAtWork(found?.state ?? employee.initial, employeeCardOf(found?.personal), shift.date);
      const place = placeOn(known?.state ?? sites.initial, known?.personal, siteName, shift.date);
      const wrong = (column: RosterColumn, code: string, message: string): unknown => errors.push({ line: shift.line, column: Math.max(1, columnOf(column)), field: column, code, message });
      if (why) wrong(...AT_WORK[why]);
      if (!place.ok) wrong('sede', place.error.code, place.error.message);
      if (!why && place.ok) people.set(employeeId, [...(people.get(employeeId) ?? []), { ...shift, siteId: place.value }]);
    }
    return people;
  }
}

function overlapErrors(shifts: readonly Placed[], { columnOf }: RosterFile): readonly FieldError[] {
  return overlaps(shifts).flatMap(({ earlier, later }) => {
    const [wrong, other] = later.line === undefined ? [earlier, later] : [later, earlier];
    if (wrong.line === undefined) return [];
    const message = other.line === undefined ? 'Questo turno si sovrappone a uno già scritto del mese vicino.' : `Questo turno si sovrappone a quello della riga ${other.line}.`;
    return [{ line: wrong.line, column: columnOf('inizio'), field: 'inizio', code: 'shifts-overlap', message }];
  });
}
