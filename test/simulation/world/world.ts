import { type TerritoryKeys } from '@salvatempo/runtime';
import { SimulatedBroker, type LogRecord } from '@salvatempo/messaging';
import { SimulatedDisk } from '@salvatempo/store';
import { Scheduler, SeededRandomness, WORLD, usualDelay, type DelayOf } from '@salvatempo/testing';
import type { Plant } from '../bugs/plant';
import type { Trace } from '../run/trace';
import type { EdgeReply, EdgeRequest } from './edge-messages';
import { FaultPlan } from './fault-plan';
import { Mailbox } from './outside-ports';
import { SimulatedProcess, type Booted } from './process';
import type { Surroundings } from './surroundings';
import type { OnRefusal } from './watched-engine';

/** Where the simulated time begins. */
export const WORLD_BEGINS_MS = Date.UTC(2026, 8, 1, 6);

/** An orderly stop may take so long (architecture 5). */
const KILLED_AFTER_MS = 10_000;

export interface WorldParts {
  readonly seed: string;
  readonly trace: Trace;
  readonly plant: Plant;
  readonly keys: TerritoryKeys;
  readonly boot: (process: SimulatedProcess) => Promise<Booted>;
  /** Told of each answer when it leaves the product. */
  readonly onAnswer: (request: EdgeRequest, reply: EdgeReply) => void;
  readonly onRefusal: OnRefusal;
  /** Told of what the product itself calls an error. */
  readonly onError: (what: string) => void;
}

/** Everything outside the product: time, disk, broker, mail, trouble, and the processes that live and die. */
export class World implements Surroundings {
  readonly randomness: SeededRandomness;
  readonly scheduler: Scheduler;
  readonly disk = new SimulatedDisk();
  readonly broker = new SimulatedBroker();
  readonly mailbox = new Mailbox();
  readonly faults: FaultPlan;
  readonly trace: Trace;
  readonly plant: Plant;
  readonly keys: TerritoryKeys;
  readonly onRefusal: OnRefusal;
  readonly processes: SimulatedProcess[] = [];
  private lives = 0;

  constructor(private readonly parts: WorldParts) {
    this.randomness = new SeededRandomness(parts.seed);
    this.trace = parts.trace;
    this.plant = parts.plant;
    this.keys = parts.keys;
    this.onRefusal = parts.onRefusal;
    this.faults = new FaultPlan(this.randomness.fork('faults'), (kind) => {
      // So frequent that nothing else could be read.
      if (kind !== 'long-delay') this.trace.add('fault', kind);
    });
    this.scheduler = new Scheduler(this.randomness.fork('scheduler'), WORLD_BEGINS_MS, this.delayOf);
  }

  get now(): string {
    return this.scheduler.clock.now();
  }

  /** The processes that take requests. */
  taking(): readonly SimulatedProcess[] {
    return this.processes.filter(({ booted }) => booted);
  }

  /** Starts a process and lets the world go on until it takes requests. */
  async start(alone: boolean): Promise<SimulatedProcess> {
    this.lives += 1;
    const process = new SimulatedProcess(this, this.randomness.fork(`life ${this.lives}`), alone);
    this.processes.push(process);
    let failure: unknown;
    this.parts.boot(process).then(
      (booted) => (process.booted = booted),
      (error: unknown) => (failure = error),
    );
    await this.scheduler.until(
      () => process.booted !== undefined || failure !== undefined || !process.life.alive,
      'the boot',
    );
    if (failure !== undefined) this.crash(process);
    return process;
  }

  /** Stops a process in order: it takes no request any more and ends what it began; whoever waits too long kills it. */
  async stop(process: SimulatedProcess): Promise<void> {
    const stopped = process.booted!.stop().then(
      () => (over = true),
      () => (over = true),
    );
    let over = false;
    process.booted = undefined;
    this.scheduler.plan('kill', WORLD, () => (over = true), KILLED_AFTER_MS);
    await this.scheduler.until(() => over || !process.life.alive, 'an orderly stop');
    void stopped;
    if (process.life.alive) this.crash(process);
  }

  crash(process: SimulatedProcess): void {
    const draw = this.randomness.fork(`crash ${this.lives} ${this.scheduler.performed}`);
    process.crash((unsynced) => {
      const kept = draw.between(0, unsynced);
      if (kept > 0) this.faults.happened('unsynced-write-kept');
      if (kept < unsynced) this.faults.happened('unsynced-write-lost');
      return kept;
    });
    this.processes.splice(this.processes.indexOf(process), 1);
  }

  /** Somebody else puts a message on the log. */
  inject(record: LogRecord): void {
    this.faults.happened('poison');
    this.broker.append(record);
  }

  answered(request: EdgeRequest, reply: EdgeReply, who: string): void {
    this.trace.add('answer', `${request.id} ${who} ${reply.status} ${reply.body}`);
    this.parts.onAnswer(request, reply);
  }

  noteError(message: string, facts: Readonly<Record<string, unknown>>): void {
    this.parts.onError(`${message} ${JSON.stringify(facts)}`);
  }

  private readonly delayOf: DelayOf = (label, randomness) => {
    const delayMs = usualDelay(label, randomness);
    if (delayMs < 100) return delayMs;
    if (this.faults.quiet) return delayMs / 100;
    this.faults.happened('long-delay');
    return delayMs;
  };
}
