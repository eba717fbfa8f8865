import { TerritoryKeys } from '@salvatempo/runtime';
import { Auditor, allRules, readMessage, type Committed, type Finding } from '@salvatempo/testing';
import type { Plant } from '../bugs/plant';
import { Territory } from '../users/territory';
import { bootProduct } from '../world/boot';
import { Network } from '../world/network';
import { Poison } from '../world/poison';
import type { Booted, SimulatedProcess } from '../world/process';
import { warmUp } from '../world/warm-up';
import { World } from '../world/world';
import { AnswerWatch } from './answer-watch';
import { Coverage } from './coverage';
import { Course } from './course';
import { LogWatch } from './log-watch';
import { ReadModelHeads } from './read-model-heads';
import { Trace } from './trace';

export interface RunOptions {
  readonly seed: string;
  readonly steps: number;
  readonly plant: Plant;
}

export interface RunResult {
  readonly digest: string;
  readonly steps: number;
  readonly faults: number;
  readonly findings: readonly Finding[];
  /** What led to the first finding. */
  readonly tail: readonly string[];
  /** What the run should have met and didn't. */
  readonly missing: readonly string[];
  /** The refusals that it met least, and how often. */
  readonly rarest: readonly (readonly [string, number])[];
  readonly simulatedMs: number;
  readonly operations: number;
}

const RAREST = 40;

/** One run: a world, the product in it, the people, and everything that looks on. */
export class Simulation {
  readonly trace = new Trace();
  readonly coverage = new Coverage();
  readonly world: World;
  readonly territory: Territory;
  private auditor = new Auditor([]);
  private answers = new AnswerWatch(this.auditor);
  private log: LogWatch | undefined;
  private readonly heads = new ReadModelHeads();
  readonly poison: Poison;

  constructor(private readonly options: RunOptions) {
    this.world = new World({
      seed: options.seed,
      trace: this.trace,
      plant: options.plant,
      keys: new TerritoryKeys(Buffer.alloc(32, 7)),
      boot: (process) => this.boot(process),
      onAnswer: (request, reply) => this.answers.answered(request, reply),
      onError: (what) => this.auditor.note('no-errors-logged', what),
      onRefusal: (service, code) => this.coverage.refused(service, code),
    });
    this.poison = new Poison(this.world, this.world.randomness.fork('poison'));
    this.territory = this.settle();
  }

  get findings(): readonly Finding[] {
    return this.auditor.all;
  }

  async run(): Promise<RunResult> {
    await warmUp();
    const course = new Course(this, this.options.steps);
    await course.run();
    const { world, trace } = this;
    return {
      digest: trace.digest(),
      steps: course.steps,
      faults: world.faults.total,
      findings: this.findings,
      tail: trace.tail(),
      missing: this.coverage.missing(world.faults),
      rarest: this.coverage.rarest(RAREST),
      simulatedMs: world.scheduler.clock.monotonicMs(),
      operations: world.scheduler.performed,
    };
  }

  /** Nothing is under way any more: what must hold at rest is looked at. */
  atRest(): void {
    this.auditor.atRest(this.world.now);
    this.log?.atRest();
    for (const { model, row } of this.world.disk.image.rows.all()) {
      const head = this.heads.of(model, row.id);
      if (row.sequence !== head) this.note('read-models-caught-up', `${model} of ${row.id} is at ${row.sequence} of ${head}`);
    }
  }

  note(rule: string, what: string): void {
    this.auditor.note(rule, what);
  }

  private async boot(process: SimulatedProcess): Promise<Booted> {
    const booted = await bootProduct(process);
    if (!this.world.disk.observer.committed) this.watch(booted);
    return booted;
  }

  /** Begins to look on, as soon as the product says which aggregates it has; nothing was committed before. */
  private watch({ aggregates }: Booted): void {
    this.auditor = new Auditor(allRules(aggregates));
    this.answers = new AnswerWatch(this.auditor);
    const log = (this.log = new LogWatch(this.auditor, this.trace, this.poison));
    this.world.broker.observer = log;
    this.world.disk.observer = {
      committed: (after, _before, { commit }) => {
        const { collection, id, version, head } = after;
        const change: Committed = {
          collection,
          id,
          version,
          head,
          state: JSON.parse(after.state),
          decided: commit.messages.map(readMessage),
        };
        this.trace.add(
          'commit',
          `${collection}/${id} ${version} ${after.state} ${commit.messages.map(({ body }) => body).join()}`,
        );
        this.heads.committed(change);
        this.coverage.reached(collection, change.state);
        log.committed(change);
        this.answers.committed(change);
        this.auditor.committed(change);
      },
    };
  }

  private settle(): Territory {
    const { world } = this;
    const network = new Network(world, world.randomness.fork('network'));
    let sent = 0;
    return new Territory(
      {
        world,
        nextId: () => `request-${(sent += 1)}`,
        send: (who, request, id) => network.send({ ...request, id }, who),
      },
      world.randomness.fork('people'),
    );
  }
}
