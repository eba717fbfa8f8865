import { Injectable } from '@nestjs/common';
import type { ConsumerGroup, LogServer } from '@salvatempo/messaging';

/** The consumer groups of this process, once its transport is there. */
@Injectable()
export class Consumers {
  private server: LogServer | undefined;

  /** Called by whoever makes the application. */
  of(server: LogServer): void {
    this.server = server;
  }

  get all(): readonly ConsumerGroup[] {
    return this.server?.consumers ?? [];
  }

  /** Messages that wait for them, by group. Throws LogUnavailableError. */
  lags(): Promise<ReadonlyMap<string, number>> {
    return this.server?.lags() ?? Promise.resolve(new Map());
  }
}
