/** Of a full map's keys, those that go together: a Map looks past every key that was taken out each time it is asked for its first one, until it makes room. */
const TOGETHER = 1 / 16;

/** A Map of at most so many entries: a new key beyond the limit takes the place of those that were set first, a sixteenth of them and at least one. */
export class BoundedMap<K, V> extends Map<K, V> {
  private readonly together: number;

  constructor(private readonly limit: number) {
    super();
    this.together = Math.max(1, Math.floor(limit * TOGETHER));
  }

  override set(key: K, value: V): this {
    if (this.size >= this.limit && !this.has(key)) this.makeRoom();
    return super.set(key, value);
  }

  private makeRoom(): void {
    let left = this.together;
    for (const key of this.keys()) {
      if (left-- === 0) return;
      this.delete(key);
    }
  }
}
