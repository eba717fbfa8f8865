import type { ParkedMessage } from '../ports';

/** Failure counts and messages set aside, on the simulated disk. */
export class ParkingTable {
  private readonly failures = new Map<string, number>();
  /** By group, then by `topic/key`. */
  private readonly groups = new Map<string, Map<string, ParkedMessage[]>>();

  countFailure(group: string, delivery: string): number {
    const count = (this.failures.get(`${group}|${delivery}`) ?? 0) + 1;
    this.failures.set(`${group}|${delivery}`, count);
    return count;
  }

  park(message: ParkedMessage): void {
    let keys = this.groups.get(message.group);
    if (!keys) this.groups.set(message.group, (keys = new Map()));
    const key = `${message.topic}/${message.key}`;
    const waiting = keys.get(key) ?? [];
    const at = waiting.findIndex(({ delivery }) => delivery === message.delivery);
    if (at < 0) keys.set(key, [...waiting, { ...message }]);
    else if (message.reason === 'parked')
      keys.set(key, waiting.with(at, { ...waiting[at]!, reason: 'parked', until: undefined }));
  }

  parkedKeys(group: string): ReadonlyMap<string, ParkedMessage['reason']> {
    return new Map([...(this.groups.get(group) ?? [])].map(([key, messages]) => [key, messages[0]!.reason]));
  }

  messages(group: string, topic: string, key: string, limit: number): readonly ParkedMessage[] {
    const waiting = this.groups.get(group)?.get(`${topic}/${key}`) ?? [];
    return waiting
      .slice(0, limit)
      .map(({ until, ...message }) => (until === undefined ? message : { ...message, until }));
  }

  /** Messages that are tried again by themselves, over all groups. */
  deferredCount(): number {
    const waiting = [...this.groups.values()].flatMap((keys) => [...keys.values()].flat());
    return waiting.filter(({ reason }) => reason === 'deferred').length;
  }

  unpark(group: string, topic: string, key: string, delivery: string): void {
    this.failures.delete(`${group}|${delivery}`);
    const keys = this.groups.get(group);
    const left = (keys?.get(`${topic}/${key}`) ?? []).filter((message) => message.delivery !== delivery);
    if (left.length > 0) keys?.set(`${topic}/${key}`, left);
    else keys?.delete(`${topic}/${key}`);
  }
}
