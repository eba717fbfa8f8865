import type { TimerHandle, Timers } from '@salvatempo/kernel';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { grouped } from '../../relay/offered';
import type { Delivery, SubscribeOptions, Subscription, Verdict } from '../event-log';
import { OffsetKeeper, type CommitOffsets } from './offset-keeper';
import { HEARTBEAT_MS, RETRY } from './kafka-options';
import { leaveGroup } from './leave-group';
import { reachable } from './reachable-broker';
import { StandstillWatch } from './standstill-watch';

/** A handler that throws asks for so long. */
const RETRY_MS = 1_000;
/** A consumer that crashed is built anew after so long; kafkajs never comes back by itself. */
const REBUILD_MS = 500;
/**
 * A fetch waits for messages so long at most; a shutdown waits for it. With a hundred groups in the fleet a quarter of a second took
 * 37% of two idle cores, a second takes 23%; it is well below the session, since a beat waits for the fetch as well.
 */
const MAX_WAIT_MS = 1_000;
const MAX_PARTITIONS_AT_ONCE = 64;

export interface KafkaSubscriptionOptions extends SubscribeOptions {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly timers: Timers;
  readonly sessionTimeoutMs: number;
  /** As the cluster knows them, with the prefix. */
  readonly group: string;
  readonly topics: readonly string[];
  /** A topic's name without the prefix. */
  readonly plain: (topic: string) => string;
  readonly handle: (delivery: Delivery) => Verdict | Promise<Verdict>;
  readonly watchEveryMs: number;
  readonly onTrouble: (error: unknown) => void;
  readonly onClose: () => void;
}

/** A group's reading of some topics on Kafka: each partition on its own, one message at a time, offsets after the effect. */
export class KafkaSubscription implements Subscription {
  private readonly keeper: OffsetKeeper;
  private readonly underWay = new Set<Promise<void>>();
  private readonly pauses = new Set<TimerHandle>();
  private consumer: Consumer | undefined;
  private rebuild: TimerHandle | undefined;
  private isClosing = false;
  private closing: Promise<void> | undefined;
  private readonly watch: StandstillWatch;
  /** As whom a consumer of this subscription last joined the group, until it has left. */
  private memberId: string | undefined;
  /** Of each topic, the partitions that the cluster gave to this process. */
  private assignment: Readonly<Record<string, readonly number[]>> = {};

  constructor(private readonly options: KafkaSubscriptionOptions) {
    const { timers, watchEveryMs, onTrouble, onStandstill } = options;
    this.keeper = new OffsetKeeper(timers, onTrouble);
    this.watch = new StandstillWatch({
      timers,
      everyMs: watchEveryMs,
      isWaiting: () => this.consumer === undefined || this.pauses.size > 0,
      behind: () => this.behind((topic, partition) => this.isOurs(topic, partition)),
      onStandstill: () => onStandstill?.(),
    });
  }

  /** Joins the group. Throws LogUnavailableError where the cluster can't be reached; later trouble is got over here. */
  async start(): Promise<void> {
    await reachable(() => this.connect());
  }

  lag(): Promise<number> {
    return reachable(() => this.behind(() => true));
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async connect(): Promise<void> {
    const { kafka, group, topics, sessionTimeoutMs } = this.options;
    await this.leaveAsBefore();
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: sessionTimeoutMs * 2,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: MAX_WAIT_MS,
      allowAutoTopicCreation: false,
      // A crash comes to us, whatever its reason: one way back instead of two.
      retry: { ...RETRY, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload }) => this.crashed(consumer, payload.error));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.memberId = payload.memberId;
      this.assigned(payload.memberAssignment);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: MAX_PARTITIONS_AT_ONCE,
      eachBatch: (batch) => this.track(this.take(batch)),
    });
  }

  /** Who crashed couldn't leave: the group would wait for them. */
  private async leaveAsBefore(): Promise<void> {
    const { kafka, group } = this.options;
    if (this.memberId === undefined) return;
    await leaveGroup(kafka, group, this.memberId);
    this.memberId = undefined;
  }

  private async behind(isMeant: (topic: string, partition: number) => boolean): Promise<number> {
    const { admin, group, topics } = this.options;
    const stored = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    const behind = await Promise.all(
      stored.map(async ({ topic, partitions }) => {
        const ends = (await admin.fetchTopicOffsets(topic)).filter(({ partition }) => isMeant(topic, partition));
        const place = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        return ends.reduce((sum, { partition, high, low }) => sum + Number(high) - Math.max(place.get(partition) ?? -1, Number(low)), 0);
      }),
    );
    return behind.reduce((sum, count) => sum + count, 0);
  }

  private isOurs(topic: string, partition: number): boolean {
    return this.assignment[topic]?.includes(partition) ?? false;
  }

  private assigned(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.assignment = assignment;
    this.watch.progressed();
    this.keeper.assigned((topic, partition) => this.isOurs(topic, partition));
    this.options.onAssigned?.();
  }

  private crashed(consumer: Consumer, error: Error): void {
    this.options.onTrouble(error);
    if (this.isClosing || consumer !== this.consumer) return;
    this.consumer = undefined;
    void consumer.disconnect().catch(() => undefined);
    this.rebuildLater();
  }

  private rebuildLater(): void {
    this.rebuild = this.options.timers.after(REBUILD_MS, () => {
      if (this.isClosing) return;
      void this.track(
        this.connect().catch((error: unknown) => {
          this.options.onTrouble(error);
          const { consumer } = this;
          this.consumer = undefined;
          void consumer?.disconnect().catch(() => undefined);
          if (!this.isClosing) this.rebuildLater();
        }),
      );
    });
  }

  private track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
    return tracked;
  }

  /** One partition's messages. Beats meanwhile, or a slow handler would cost the partition its owner. */
  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const commit = commitWith(payload);
    const beat = this.beatWhile(heartbeat);
    try {
      for (const { key, value, offset } of batch.messages) {
        if (this.isClosing || !isRunning() || isStale()) return;
        const delivery = { topic: this.options.plain(batch.topic), partition: batch.partition, offset: Number(offset), key: key?.toString() ?? '', value: value?.toString() ?? '' };
        const verdict = await this.verdictOn(delivery);
        this.watch.progressed();
        if (verdict.kind === 'retry') return this.pauseFor(payload, verdict.afterMs);
        resolveOffset(offset);
        this.keeper.done({ topic: batch.topic, partition: batch.partition, next: BigInt(offset) + 1n }, commit);
        await heartbeat();
      }
    } finally {
      beat();
    }
  }

  private beatWhile(heartbeat: () => Promise<void>): () => void {
    const { timers } = this.options;
    let handle: TimerHandle | undefined;
    const again = (): void => {
      handle = timers.after(HEARTBEAT_MS, () => {
        // Trouble with it is met by the next beat between messages, which may throw where the consumer waits for it.
        void heartbeat().catch(() => undefined);
        again();
      });
    };
    again();
    return () => handle?.cancel();
  }

  private async verdictOn(delivery: Delivery): Promise<Verdict> {
    try {
      return await this.options.handle(delivery);
    } catch {
      return { kind: 'retry', afterMs: RETRY_MS };
    }
  }

  /** This partition waits, the others go on; waiting here would hold up all of them. */
  private pauseFor({ pause }: EachBatchPayload, afterMs: number): void {
    if (this.isClosing) return;
    const resume = pause();
    const handle = this.options.timers.after(afterMs, () => {
      this.pauses.delete(handle);
      if (!this.isClosing) resume();
    });
    this.pauses.add(handle);
  }

  private async finish(): Promise<void> {
    this.isClosing = true;
    this.watch.stop();
    this.rebuild?.cancel();
    for (const pause of this.pauses) pause.cancel();
    await Promise.allSettled(this.underWay);
    // While still a member of the group: afterwards a commit would quietly do nothing.
    await this.keeper.finish();
    await this.consumer?.disconnect().catch(this.options.onTrouble);
    this.options.onClose();
  }
}

/** The batch's own way to commit, which works until the group is left. */
const commitWith =
  ({ commitOffsetsIfNecessary }: EachBatchPayload): CommitOffsets =>
  (places) =>
    commitOffsetsIfNecessary({
      topics: [...grouped(places, ({ topic }) => topic)].map(([topic, of]) => ({ topic, partitions: of.map(({ partition, next }) => ({ partition, offset: String(next) })) })),
    });
