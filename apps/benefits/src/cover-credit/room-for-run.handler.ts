import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { coverIdOf, firmCover, MAX_OPEN_RUNS, type FirmCover } from '../domain/firm-cover';

/** Whether a firm may have one more open pro-forma, asked before anything is decided: then whoever credits is told, and nothing is half done. */
@Injectable()
export class RoomForRun {
  constructor(@Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>) {}

  /** Throws ProblemError `proformas-too-many`. A run that comes to the cover after all, with others of the same instant, is put off (ADR 0291). */
  async in(firmId: string): Promise<void> {
    const open = (await this.covers.load(coverIdOf(firmId)))?.state.open.length ?? 0;
    if (open >= MAX_OPEN_RUNS) throw new ProblemError('proformas-too-many', { params: { most: MAX_OPEN_RUNS } });
  }
}
