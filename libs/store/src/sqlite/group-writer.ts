import { Worker } from 'node:worker_threads';
import { StoreUnavailableError } from '../ports';
import { writes, type WriteName } from './statements';
import { writerThread, type BatchReply, type OperationResult, type Step, type WriterSettings } from './writer-thread';

/** Operations that may wait; beyond it the answer is "try later". */
const MAX_WAITING = 10_000;

interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (result: OperationResult) => void;
  readonly reject: (error: Error) => void;
}

/** A step of an operation, by the name of its statement. */
export const step = (name: WriteName, params: readonly unknown[], role?: 'guard' | 'unless'): Step => [name, params, role];

/**
 * Writes operations in groups: whatever waits while one transaction is being synced goes into the next (group commit). An
 * operation resolves after the sync. A guard that misses concerns its own operation only; a full disk all of the group.
 */
export class GroupWriter {
  private waiting: Waiting[] = [];
  private underWay: readonly Waiting[] | undefined;
  private stopped: string | undefined;
  private closed: Promise<void> | undefined;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (reply: BatchReply) => this.settle(reply));
    worker.on('error', (error) => this.stop(`the writer failed: ${error.message}`));
    worker.on('exit', () => this.stop(this.stopped ?? 'the store is closed'));
  }

  /** Starts the thread; resolves when it has opened the file. */
  static async start(settings: Omit<WriterSettings, 'driver' | 'statements'>): Promise<GroupWriter> {
    const workerData: WriterSettings = { ...settings, driver: require.resolve('libsql'), statements: writes };
    const worker = new Worker(`(${writerThread.toString()})()`, { eval: true, workerData });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    return new GroupWriter(worker);
  }

  /** Durable when it resolves. Throws StoreUnavailableError. */
  write(steps: readonly Step[]): Promise<OperationResult> {
    if (this.stopped !== undefined) return Promise.reject(new StoreUnavailableError(this.stopped, 'stopped'));
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new StoreUnavailableError('too many writes wait'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ steps, resolve, reject });
      if (!this.underWay && this.waiting.length === 1) queueMicrotask(() => this.send());
    });
  }

  /** Writes what waits, then ends the thread. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    while (this.stopped === undefined && (this.underWay || this.waiting.length > 0)) await this.write([step('ping', [])]).catch(() => undefined);
    this.stopped ??= 'the store is closed';
    const ended = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    this.worker.postMessage('close');
    await ended;
  }

  private send(): void {
    if (this.underWay || this.waiting.length === 0 || this.stopped !== undefined) return;
    this.underWay = this.waiting;
    this.waiting = [];
    this.worker.postMessage(this.underWay.map(({ steps }) => steps));
  }

  private settle(reply: BatchReply): void {
    const group = this.underWay ?? [];
    this.underWay = undefined;
    if ('error' in reply) this.fail(group, reply);
    else group.forEach((waiting, i) => waiting.resolve(reply.results[i]!));
    this.send();
  }

  private fail(group: readonly Waiting[], { error, code }: { error: string; code: string }): void {
    const full = code.startsWith('SQLITE_FULL') || error.includes('disk is full');
    // A sync that failed once may have lost what the system said it had: nothing after it can be trusted.
    const failedSync = code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT');
    const failure = new StoreUnavailableError(`the write failed: ${error}`, full ? 'full' : failedSync ? 'stopped' : 'unreachable');
    for (const waiting of group) waiting.reject(failure);
    if (failedSync) this.stop(`the data file can't be written: ${error}`);
  }

  private stop(why: string): void {
    this.stopped ??= why;
    const lost = [...(this.underWay ?? []), ...this.waiting];
    this.underWay = undefined;
    this.waiting = [];
    for (const waiting of lost) waiting.reject(new StoreUnavailableError(why, 'stopped'));
  }
}
