import { Inject, Injectable } from '@nestjs/common';
import { ProblemError, readCsvLines, readXlsxLines } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { readEmployeeLines, type EmployeeFile } from './employee-file.reader';

/** Reads what was sent as a file of employees: CSV as text, a spreadsheet as bytes. */
@Injectable()
export class EmployeeFiles {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** Throws ProblemError `unsupported-media-type`, or `import-refused` with every error by line and column. */
  async read(body: unknown): Promise<EmployeeFile> {
    const { keys, ambient } = this.ports;
    const lines = typeof body === 'string' ? readCsvLines(body) : await readXlsxLines(bytesOf(body));
    const context = { personIdOf: (fiscalCode: string) => keys.personId(fiscalCode), today: romeDate(ambient.clock.now()) };
    const people = lines.ok ? readEmployeeLines(lines.value, context) : lines;
    if (!people.ok) throw new ProblemError('import-refused', { errors: people.error });
    return people.value;
  }
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new ProblemError('unsupported-media-type');
}
