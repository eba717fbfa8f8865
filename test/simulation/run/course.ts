import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@salvatempo/kernel';
import type { SeededRandomness } from '@salvatempo/testing';
import { actsInTurn } from '../users/all-acts';
import type { Act } from '../users/act';
import type { Territory } from '../users/territory';
import { OUTAGES } from '../world/outages';
import type { Poison } from '../world/poison';
import type { World } from '../world/world';
import { Deck } from './deck';
import type { Trace } from './trace';

/** Flows of people that may be under way at once. */
const MOST_UNDER_WAY = 100;
/** People who begin something in one step. */
const ACTS_AT_ONCE = 4;
/** Operations of the world after each step, on average. */
const OPERATIONS_A_STEP = 38;
const REST_EVERY = 1_000;
const REST_WITHIN = 60;

type Move = 'act' | 'wait' | 'pass' | 'crash' | 'join' | 'leave' | 'outage' | 'poison' | 'flood';
const MOVES: Readonly<Record<Move, number>> = {
  act: 60,
  wait: 15,
  pass: 1.5,
  crash: 1,
  join: 0.7,
  leave: 0.2,
  outage: 0.6,
  poison: 0.3,
  flood: 0.08,
};

/** What a course takes place in. */
export interface Setting {
  readonly world: World;
  readonly trace: Trace;
  readonly territory: Territory;
  readonly poison: Poison;
  readonly findings: readonly unknown[];
  atRest(): void;
  note(rule: string, what: string): void;
}

/** What happens in a run, step by step: somebody acts, time passes, something breaks; and between two steps the world goes on. */
export class Course {
  steps = 0;
  private readonly randomness: SeededRandomness;
  private readonly moves: Deck<Move>;
  /** Of a deck, since what takes two weeks would otherwise be left to luck. */
  private readonly times: Deck<'seconds' | 'minutes' | 'hours' | 'days'>;
  private readonly nextAct: () => Act;
  private underWay = 0;
  private crashIn = 0;

  constructor(
    private readonly simulation: Setting,
    private readonly most: number,
  ) {
    this.randomness = simulation.world.randomness.fork('course');
    this.moves = new Deck(MOVES, this.randomness);
    this.times = new Deck({ seconds: 10, minutes: 4, hours: 2, days: 0.45 }, this.randomness);
    this.nextAct = actsInTurn(this.randomness);
    simulation.world.scheduler.onOperation = () => this.crashSomebody();
  }

  async run(): Promise<void> {
    while (this.steps < this.most && !this.broken) {
      this.steps += 1;
      if (this.world.processes.length === 0) await this.restart();
      await this.move(this.moves.draw());
      if (this.steps % REST_EVERY === 0) await this.rest();
    }
    if (!this.broken) await this.rest();
  }

  private get world() {
    return this.simulation.world;
  }

  private get broken(): boolean {
    return this.simulation.findings.length > 0;
  }

  private async move(move: Move): Promise<void> {
    const { randomness, world } = this;
    if (move === 'act') for (let n = 0; n < ACTS_AT_ONCE; n++) this.act();
    if (move === 'crash') this.crashIn = randomness.between(1, 80);
    const [first] = world.processes;
    if (move === 'join' && world.processes.length === 1 && !first!.alone) await world.start(false);
    if (move === 'leave' && first?.booted) await world.stop(first);
    if (move === 'outage') randomness.pick(OUTAGES)(world, randomness);
    if (move === 'poison') world.inject(this.simulation.poison.next());
    if (move === 'flood') for (const record of this.simulation.poison.flood()) world.inject(record);
    if (move === 'pass') return world.scheduler.runFor(this.someTime());
    await this.goOn(randomness.below(2 * OPERATIONS_A_STEP));
  }

  private someTime(): number {
    const kind = this.times.draw();
    return (
      this.randomness.between(1, 20) *
      { seconds: SECOND_MS, minutes: MINUTE_MS, hours: HOUR_MS / 4, days: DAY_MS / 5 }[kind]
    );
  }

  private act(): void {
    if (this.underWay >= MOST_UNDER_WAY) return;
    this.underWay += 1;
    this.simulation.territory.acts += 1;
    const act = this.nextAct();
    act.run(this.simulation.territory).then(
      () => (this.underWay -= 1),
      (error: unknown) => {
        this.underWay -= 1;
        this.simulation.note('people-understand-answers', `${act.name}: ${String((error as Error).stack)}`);
      },
    );
  }

  private async goOn(operations: number): Promise<void> {
    for (let performed = 0; performed < operations && !this.broken; performed++)
      if (!(await this.world.scheduler.step())) return;
  }

  /** A crash strikes between two operations, whatever they are. */
  private crashSomebody(): void {
    if (this.crashIn === 0) return;
    this.crashIn -= 1;
    if (this.crashIn > 0 || this.world.processes.length === 0) return;
    this.world.faults.happened('crash');
    this.world.crash(this.randomness.pick(this.world.processes));
  }

  /** Somebody starts it again: mostly at once, now and then only when it is noticed; ever later where it doesn't come up. */
  private async restart(): Promise<void> {
    await this.world.scheduler.runFor(
      this.randomness.chance(0.1) ? this.randomness.between(5, 40) * MINUTE_MS : SECOND_MS,
    );
    const alone = this.randomness.chance(0.5);
    for (let pauseMs = SECOND_MS; this.world.processes.length === 0; pauseMs = Math.min(2 * pauseMs, 5 * MINUTE_MS)) {
      await this.world.start(alone);
      if (this.world.processes.length === 0) await this.world.scheduler.runFor(pauseMs);
    }
  }

  /** Trouble ends, people wait for their answers, and what is under way comes to its end; then everything must add up. */
  private async rest(): Promise<void> {
    const { world } = this;
    this.crashIn = 0;
    world.faults.quiet = true;
    world.disk.full = false;
    world.broker.down = false;
    if (world.processes.length === 0) await this.restart();
    for (let tries = 0; !(await this.isQuiet()); tries++) {
      if (tries === REST_WITHIN)
        return this.simulation.note(
          'comes-to-rest',
          `${this.underWay} flows under way, outboxes: ${JSON.stringify(world.disk.image.documents.pendingOutboxes(5))}`,
        );
      if (this.broken) return;
    }
    this.simulation.atRest();
    world.faults.quiet = false;
  }

  /** Whether nothing happened in half a minute and nobody waits for anything. */
  private async isQuiet(): Promise<boolean> {
    const { world, simulation } = this;
    const before = simulation.trace.lines;
    await world.scheduler.runFor(30 * SECOND_MS);
    const { documents, journal, parking } = world.disk.image;
    const waiting = documents.pendingOutboxes(1).length + journal.unpublished(1).length + parking.deferredCount();
    return this.underWay === 0 && simulation.trace.lines === before && waiting === 0;
  }
}
