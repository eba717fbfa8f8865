import { Worker } from 'node:worker_threads';
import { StoreUnavailableError } from '../ports';
import { statementNumbers, writes, type WriteName } from './statements';
import { DONE, GUARD, PLAIN, UNLESS, type Batch, type BatchReply, type Failure, type OperationResult, type WriterSettings } from './writer-protocol';
import { writerSource } from './writer-thread';

/** Operations that may wait; beyond it the answer is "try later". */
const MAX_WAITING = 10_000;
/** Operations of one transaction at most, so that nobody's sync waits behind thousands of others. */
const MAX_GROUP = 1_024;
/** One group is being written and another lies ready, so that the thread needn't wait until this one has looked at its answer. */
const MAX_UNDER_WAY = 2;
/** A group lies ready only if it is worth a sync of its own; fewer operations wait for more. */
const READY_AT = 16;

interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (result: OperationResult) => void;
  readonly reject: (error: Error) => void;
}

/** One statement of an operation, as the thread is told of it. */
export interface Step {
  readonly code: number;
  readonly params: readonly unknown[];
}

const roles = { guard: GUARD, unless: UNLESS } as const;

/**
 * A step of an operation, by the name of its statement. `guard`: if it changes nothing, the operation ends there as missed;
 * `unless`: if it finds a row, as hit. Either has to come before the steps that write something.
 */
export const step = (name: WriteName, params: readonly unknown[], role?: keyof typeof roles): Step => ({
  code: statementNumbers[name] * 3 + (role === undefined ? PLAIN : roles[role]),
  params,
});

/**
 * Writes operations in groups: whatever waits while one transaction is being synced goes into the next (group commit). An
 * operation resolves after the sync. A guard that misses concerns its own operation only; a full disk all of the group.
 */
export class GroupWriter {
  private waiting: Waiting[] = [];
  /** Groups that the thread has, the one that it answers next first. */
  private underWay: (readonly Waiting[])[] = [];
  private stopped: string | undefined;
  private closed: Promise<void> | undefined;
  private ended = false;
  private idle: (() => void) | undefined;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (reply: BatchReply) => this.settle(reply));
    worker.on('error', (error) => this.stop(`the writer failed: ${error.message}`));
    worker.on('exit', () => {
      this.ended = true;
      this.stop('the store is closed');
    });
  }

  /** Starts the thread; resolves when it has opened the file. `driver` is there for tests of a failing one. */
  static async start(settings: Omit<WriterSettings, 'driver' | 'statements'> & { driver?: string }): Promise<GroupWriter> {
    const workerData: WriterSettings = { driver: require.resolve('libsql'), ...settings, statements: Object.values(writes) };
    const worker = new Worker(writerSource, { eval: true, workerData });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    return new GroupWriter(worker);
  }

  /** Durable when it resolves. Throws StoreUnavailableError, or Error for a step that the file refuses by itself. */
  write(steps: readonly Step[]): Promise<OperationResult> {
    if (this.stopped !== undefined) return Promise.reject(new StoreUnavailableError(this.stopped, 'stopped'));
    if (this.closed) return Promise.reject(new StoreUnavailableError('the store is closing', 'stopped'));
    if (steps.length === 0) return Promise.resolve(DONE);
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new StoreUnavailableError('too many writes wait'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ steps, resolve, reject });
      if (this.waiting.length === 1 || this.waiting.length === READY_AT) queueMicrotask(() => this.send());
    });
  }

  /** Writes what waits, then ends the thread. Idempotent. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    const idle = new Promise<void>((resolve) => (this.idle = resolve));
    this.send();
    await idle;
    this.stop('the store is closed');
    if (this.ended) return;
    const ended = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    this.worker.postMessage('close');
    await ended;
  }

  private send(): void {
    while (this.maySend()) {
      const group = this.waiting.slice(0, MAX_GROUP);
      this.waiting = this.waiting.slice(MAX_GROUP);
      this.underWay.push(group);
      this.worker.postMessage(batchOf(group));
    }
    if (this.underWay.length === 0) this.idle?.();
  }

  private maySend(): boolean {
    const { length } = this.underWay;
    return this.waiting.length >= (length === 0 ? 1 : READY_AT) && length < MAX_UNDER_WAY;
  }

  private settle({ results, stopped }: BatchReply): void {
    const group = this.underWay[0] ?? [];
    if (stopped) this.underWay[0] = group.slice(results.length);
    else this.underWay.shift();
    results.forEach((result, i) => (typeof result === 'number' ? group[i]!.resolve(result) : group[i]!.reject(errorOf(result))));
    if (stopped) this.stop(`the data file can't be written: ${stopped.message}`);
    else this.send();
  }

  private stop(why: string): void {
    this.stopped ??= why;
    const lost = [...this.underWay.flat(), ...this.waiting];
    this.underWay = [];
    this.waiting = [];
    for (const { reject } of lost) reject(new StoreUnavailableError(this.stopped, 'stopped'));
    this.idle?.();
  }
}

function batchOf(group: readonly Waiting[]): Batch {
  const batch: unknown[] = [];
  for (const { steps } of group) {
    batch.push(steps.length);
    for (const { code, params } of steps) batch.push(code, params.length, ...params);
  }
  return batch;
}

/** A full disk is everybody's trouble; what a constraint or a type refuses is the fault of whoever made the operation. */
function errorOf({ code, message }: Failure): Error {
  if (code.startsWith('SQLITE_FULL')) return new StoreUnavailableError('no room is left for the data file', 'full');
  const own = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|MISUSE|ERROR)/.test(code) || !code.startsWith('SQLITE_');
  const text = `the data file refuses a write: ${message} (${code})`;
  return own ? new Error(text) : new StoreUnavailableError(text);
}
