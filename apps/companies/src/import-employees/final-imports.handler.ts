import { Inject, Injectable } from '@nestjs/common';
import type { Answer } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { employeeImport, type EmployeeImport } from '../domain/employee-import';
import { EmployeeImportView, employeeImportView } from './employee-import.view';

const LOOK_EVERY_MS = 10;

/** Waits for a file of employees to be taken in. */
@Injectable()
export class FinalImports {
  constructor(
    @Inject(runnerOf(employeeImport)) private readonly imports: AggregateRunner<EmployeeImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The import once it is completed; undefined if it still isn't when the time is over. */
  async answer(importId: string, withinMs: number): Promise<Answer<EmployeeImportView> | undefined> {
    for (let waitedMs = 0; waitedMs <= withinMs; waitedMs += LOOK_EVERY_MS) {
      const found = await this.imports.load(importId);
      if (found?.state.status === 'completed')
        return { status: 200, body: employeeImportView(found.state), position: `${importId}:${found.sequence}` };
      await new Promise<void>((resolve) => this.ports.ambient.timers.after(LOOK_EVERY_MS, resolve));
    }
    return undefined;
  }
}
