import { Inject, Injectable } from '@nestjs/common';
import type { Answer } from '@salvatempo/http';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';
import { AllotmentView, allotmentView } from './allotment.view';

const LOOK_EVERY_MS = 10;

/** Waits for an application to be granted or refused. */
@Injectable()
export class FinalAllotments {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** The allotment once it is decided; undefined if it still isn't when the time is over. */
  async answer(allotmentId: string, withinMs: number): Promise<Answer<AllotmentView> | undefined> {
    for (let waitedMs = 0; waitedMs <= withinMs; waitedMs += LOOK_EVERY_MS) {
      const found = await this.allotments.load(allotmentId);
      if (found && (found.state.status === 'granted' || found.state.status === 'refused'))
        return { status: 200, body: allotmentView(found.state), position: `${allotmentId}:${found.sequence}` };
      await new Promise<void>((resolve) => this.ports.ambient.timers.after(LOOK_EVERY_MS, resolve));
    }
    return undefined;
  }
}
