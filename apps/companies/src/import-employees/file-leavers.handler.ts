import { Inject, Injectable } from '@nestjs/common';
import { fileError, type FieldError } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employee, employeeCardOf, type Employee } from '../domain/employee';
import { employeeList, type EmployeeRow } from '../read-employees/employee-list.projection';
import type { EndEmployment } from '../end-employment/end-employment.decider';
import { foresee } from './employee-foresight.handler';

/** People of a firm that a complete file may be compared with. */
const MAX_PEOPLE = 2_000;

export interface Leaver {
  readonly employeeId: string;
  readonly name: string;
  readonly surname: string;
  readonly lastDay: string;
}

/** Who works for a firm and is missing in a file that was said to be complete. */
@Injectable()
export class FileLeavers {
  constructor(
    @Inject(runnerOf(employee)) private readonly employees: AggregateRunner<Employee>,
    @Inject(readerOf(employeeList)) private readonly list: RowReader<EmployeeRow>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  async of(firmId: string, inFile: ReadonlySet<string>, lastDay: string): Promise<{ readonly leavers: readonly Leaver[]; readonly errors: readonly FieldError[] }> {
    const leavers: Leaver[] = [];
    const errors: FieldError[] = [];
    let seen = 0;
    for await (const { employeeId, personId } of this.list.each({ tenancy: { tenant: firmId } })) {
      if (++seen > MAX_PEOPLE) return { leavers: [], errors: [fileError('too-many-people', `L’impresa ha più di ${MAX_PEOPLE} persone in elenco: le uscite si scrivono una per una.`)] };
      if (inFile.has(personId)) continue;
      const found = await this.employees.load(employeeId);
      if (found?.state.status !== 'employed') continue;
      const data: EndEmployment = { lastDay };
      const { refusal } = foresee(this.employees.aggregate, { type: 'end-employment', data }, found, { id: employeeId, at: this.ports.ambient.clock.now() });
      if (refusal) errors.push(fileError(refusal.code, 'Qualcuno che non è nel file è stato assunto dopo il giorno indicato, oppure il giorno è troppo lontano.'));
      const { name, surname } = employeeCardOf(found.personal);
      leavers.push({ employeeId, name, surname, lastDay });
    }
    return { leavers, errors: errors.slice(0, 1) };
  }
}
