import { DONE, type Delivery, type EventLog, type LogRecord, type Subscription, type Verdict } from '@salvatempo/messaging';
import { eventually } from '@salvatempo/testing';

/** The topics of every case; a place makes them before it is opened. */
export const TOPICS = ['test.events', 'other.events'] as const;
export const [TOPIC, OTHER_TOPIC] = TOPICS;
export const GROUP = 'test.reader';

/** A place of its own in which one adapter keeps a log: a data directory, a broker's topics, a simulated broker. */
export interface LogPlace {
  open(): Promise<EventLog>;
  /** The process that opened it last dies: nothing more is stored, and no handler in flight is waited for. */
  crash(): Promise<void>;
  /** Closes what is open, then throws everything away. */
  discard(): Promise<void>;
}

export type NewLogPlace = () => Promise<LogPlace>;

export const recordOf = (key: string, value: string, topic: string = TOPIC): LogRecord => ({ topic, key, value });

/** Numbered messages, `perKey` for each of `keys` keys, in an order in which no key's are together. */
export const numbered = (keys: number, perKey: number, topic: string = TOPIC): readonly LogRecord[] =>
  Array.from({ length: keys * perKey }, (_, n) => recordOf(`key-${n % keys}`, String(Math.floor(n / keys)), topic));

export const after = (afterMs: number): Verdict => ({ kind: 'retry', afterMs });

/** What a group was given, in the order in which it was given. */
export class Reading {
  readonly deliveries: Delivery[] = [];

  /** Takes everything, unless `verdict` says otherwise. */
  constructor(private readonly verdict: (delivery: Delivery) => Verdict | Promise<Verdict> = () => DONE) {}

  readonly handle = async (delivery: Delivery): Promise<Verdict> => {
    this.deliveries.push(delivery);
    return this.verdict(delivery);
  };

  valuesOf(key: string, topic: string = TOPIC): readonly string[] {
    return this.deliveries.filter((one) => one.key === key && one.topic === topic).map(({ value }) => value);
  }

  async has(count: number): Promise<readonly Delivery[]> {
    await eventually(() => this.deliveries.length >= count, `${count} deliveries`, { withinMs: 15_000 });
    return this.deliveries;
  }
}

/** What the cases of a suite share: a fresh place before each, its log opened, everything discarded after. */
export class LogFixture {
  private placeNow: LogPlace | undefined;
  private logNow: EventLog | undefined;

  constructor(private readonly newPlace: NewLogPlace) {
    beforeEach(async () => {
      this.placeNow = await this.newPlace();
      this.logNow = await this.place.open();
    });
    afterEach(() => this.place.discard());
  }

  get place(): LogPlace {
    return this.placeNow!;
  }

  get log(): EventLog {
    return this.logNow!;
  }

  subscribe(reading: Reading, topics: readonly string[] = [TOPIC], group = GROUP): Promise<Subscription> {
    return this.log.subscribe(group, topics, reading.handle);
  }

  async reopen(): Promise<EventLog> {
    await this.log.close();
    return this.open();
  }

  async crash(): Promise<EventLog> {
    await this.place.crash();
    return this.open();
  }

  private async open(): Promise<EventLog> {
    this.logNow = await this.place.open();
    return this.logNow;
  }
}

/** Resolves once the group's progress has reached the end of its topics. */
export const caughtUp = (subscription: Subscription): Promise<unknown> =>
  eventually(async () => (await subscription.lag()) === 0, 'a lag of 0', { withinMs: 15_000 });
