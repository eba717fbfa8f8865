import { PASS_DEADLINE, addMs, epochMsOf, type Ambient, type Instant, type TimerHandle } from '@salvatempo/kernel';
import type { DueDocument, Store } from '@salvatempo/store';
import type { AggregateRunner } from '../aggregates';
import { WorkerLoop } from '../relay/worker-loop';

const BATCH = 100;
/** Without anything nearer it looks again after this long, in case another process wrote a deadline. */
const LOOK_AGAIN_MS = 30_000;
/** A document whose rule did nothing about its deadline is left alone for so long. */
const IGNORED_FOR_MS = 60_000;

export interface DeadlinePorts {
  readonly store: Store;
  readonly ambient: Ambient;
  readonly runnerOf: (collection: string) => AggregateRunner<unknown> | undefined;
  readonly onTrouble?: (error: unknown) => void;
}

/** Sends the command `pass-deadline` to each document whose deadline is over; its rule decides what that means. */
export class DeadlineWatcher {
  private readonly loop: WorkerLoop;
  private readonly ignored = new Map<string, Instant>();
  private timer: TimerHandle | undefined;
  private wakeAt: Instant | undefined;
  private stopped = false;

  constructor(private readonly ports: DeadlinePorts) {
    this.loop = new WorkerLoop(
      ports.ambient.timers,
      () => this.step(),
      (error) => ports.onTrouble?.(error),
    );
  }

  start(): void {
    this.loop.wake();
  }

  /** A document with this deadline was written. */
  noticed(deadlineAt: Instant): void {
    if (this.wakeAt === undefined || deadlineAt < this.wakeAt) this.wakeUp(deadlineAt);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.loop.stop();
  }

  private async step(): Promise<boolean> {
    const { clock } = this.ports.ambient;
    const now = clock.now();
    // From here on a nearer deadline that is written meanwhile is the one to keep.
    this.timer?.cancel();
    this.wakeAt = undefined;
    for (const [id, until] of this.ignored) if (until <= now) this.ignored.delete(id);
    const due = (await this.ports.store.documents.due(now, BATCH)).filter(({ id }) => !this.ignored.has(id));
    await Promise.all(due.map((document) => this.pass(document)));
    if (due.length > 0) return true;
    const next = await this.ports.store.documents.nextDeadline();
    const latest = addMs(now, LOOK_AGAIN_MS);
    this.noticed(next !== undefined && next > now && next < latest ? next : this.ignored.size > 0 ? addMs(now, 1_000) : latest);
    return false;
  }

  private async pass({ collection, id, deadlineAt }: DueDocument): Promise<void> {
    const runner = this.ports.runnerOf(collection);
    const cause = { id: `deadline:${id}:${deadlineAt}`, time: this.ports.ambient.clock.now(), correlationId: `deadline:${id}`, tenantId: 'territory' };
    const outcome = await runner?.execute(id, { type: PASS_DEADLINE, data: { deadlineAt } }, cause);
    const moved = outcome?.kind === 'done' && outcome.events.length > 0;
    if (!moved) this.ignored.set(id, addMs(this.ports.ambient.clock.now(), IGNORED_FOR_MS));
  }

  private wakeUp(at: Instant): void {
    if (this.stopped) return;
    this.timer?.cancel();
    this.wakeAt = at;
    // No further than the next look: of a deadline months away a timer would overflow and ring at once.
    const delayMs = Math.min(LOOK_AGAIN_MS, Math.max(0, epochMsOf(at) - epochMsOf(this.ports.ambient.clock.now())));
    this.timer = this.ports.ambient.timers.after(delayMs, () => {
      this.wakeAt = undefined;
      this.loop.wake();
    });
  }
}
