import { EMBEDDED_PARTITIONS, type Delivery, type LogRecord } from '../event-log';

/** Told of what the log keeps and hands out, for traces and invariants. It must not change anything. */
export interface BrokerObserver {
  appended?(delivery: Delivery): void;
  delivered?(group: string, delivery: Delivery): void;
}

export interface Partition {
  readonly topic: string;
  readonly partition: number;
}

export const nameOf = ({ topic, partition }: Partition): string => `${topic}/${partition}`;

/** What the simulated log keeps when the product dies: topics with partitions, and each group's progress. */
export class SimulatedBroker {
  private unreachable = false;
  observer: BrokerObserver = {};
  /** By topic, then by partition. */
  private readonly topics = new Map<string, readonly Delivery[][]>();
  private readonly progress = new Map<string, Map<string, number>>();
  private readonly groups = new Map<string, { generation: number; readonly members: object[] }>();
  private readonly listeners = new Set<(partition: Partition | undefined) => void>();

  /** While true nobody reaches it. */
  get down(): boolean {
    return this.unreachable;
  }

  set down(down: boolean) {
    this.unreachable = down;
    if (!down) for (const listener of [...this.listeners]) listener(undefined);
  }

  append({ topic, key, value }: LogRecord): void {
    const partition = partitionOf(key);
    const found = this.recordsOf({ topic, partition });
    const delivery = { topic, key, value, partition, offset: found.length };
    found.push(delivery);
    this.observer.appended?.(delivery);
    for (const listener of [...this.listeners]) listener(delivery);
  }

  /** The record at an offset, undefined at the end. */
  at(partition: Partition, offset: number): Delivery | undefined {
    return this.recordsOf(partition)[offset];
  }

  length(partition: Partition): number {
    return this.recordsOf(partition).length;
  }

  read(topic: string, after: { partition: number; offset: number } | undefined, limit: number): readonly Delivery[] {
    const found: Delivery[] = [];
    for (let partition = after?.partition ?? 0; partition < EMBEDDED_PARTITIONS && found.length < limit; partition++) {
      const from = after?.partition === partition ? after.offset + 1 : 0;
      found.push(...this.recordsOf({ topic, partition }).slice(from, from + limit - found.length));
    }
    return found;
  }

  /** The offset that a group reads next. */
  progressOf(group: string, partition: Partition): number {
    return this.progress.get(group)?.get(nameOf(partition)) ?? 0;
  }

  storeProgress(group: string, partition: Partition, next: number): void {
    let offsets = this.progress.get(group);
    if (!offsets) this.progress.set(group, (offsets = new Map()));
    offsets.set(nameOf(partition), next);
  }

  /** A process begins to read for a group: its partitions are shared out anew. */
  join(group: string, member: object): void {
    this.membersOf(group).members.push(member);
    this.shareOut(group);
  }

  /** A process stops reading, or died. */
  leave(group: string, member: object): void {
    const { members } = this.membersOf(group);
    const at = members.indexOf(member);
    if (at < 0) return;
    members.splice(at, 1);
    this.shareOut(group);
  }

  /** Who reads a partition for a group, and since which sharing out. */
  readerOf(
    group: string,
    { partition }: Partition,
  ): { readonly member: object | undefined; readonly generation: number } {
    const { members, generation } = this.membersOf(group);
    return { member: members[partition % Math.max(1, members.length)], generation };
  }

  /** Calls `listener` after each append, and without a partition after each sharing out and when the broker is back, until the returned function is called. */
  listen(listener: (partition: Partition | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private membersOf(group: string): { generation: number; readonly members: object[] } {
    let found = this.groups.get(group);
    if (!found) this.groups.set(group, (found = { generation: 0, members: [] }));
    return found;
  }

  private shareOut(group: string): void {
    this.membersOf(group).generation += 1;
    for (const listener of [...this.listeners]) listener(undefined);
  }

  private recordsOf({ topic, partition }: Partition): Delivery[] {
    let found = this.topics.get(topic);
    if (!found) this.topics.set(topic, (found = Array.from({ length: EMBEDDED_PARTITIONS }, () => [])));
    return found[partition]!;
  }
}

/** FNV-1a over the key: the same partition for the same key on every run. */
export function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % EMBEDDED_PARTITIONS;
}

/** All partitions of some topics. */
export const partitionsOf = (topics: readonly string[]): readonly Partition[] =>
  topics.flatMap((topic) => Array.from({ length: EMBEDDED_PARTITIONS }, (_, partition) => ({ topic, partition })));
