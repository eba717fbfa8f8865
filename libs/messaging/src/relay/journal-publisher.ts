import type { RelayPorts } from './relay-ports';
import { WorkerLoop } from './worker-loop';

const BATCH = 500;

/** Second half of the relay: journal to event log, in the journal's order. A crash between the two steps publishes again. */
export class JournalPublisher {
  private readonly loop: WorkerLoop;

  constructor(private readonly ports: RelayPorts) {
    this.loop = new WorkerLoop(
      ports.ambient.timers,
      () => this.step(),
      (error) => ports.onTrouble?.('publish', error),
    );
  }

  wake(): void {
    this.loop.wake();
  }

  idle(): Promise<void> {
    return this.loop.idle();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async step(): Promise<boolean> {
    const entries = await this.ports.store.journal.unpublished(BATCH);
    if (entries.length === 0) return false;
    await this.ports.log.publish(entries.map(({ topic, key, body }) => ({ topic, key, value: body })));
    await this.ports.store.journal.markPublished(entries.map((entry) => entry.position));
    return true;
  }
}
