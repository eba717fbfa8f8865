import type { Instant } from '@salvatempo/kernel';
import type { KeyRecord } from '../ports';

/** Idempotency keys on the simulated disk, in the order of their claims. */
export class KeyTable {
  private readonly records = new Map<string, KeyRecord>();

  claim(record: KeyRecord): KeyRecord | undefined {
    const found = this.records.get(record.id);
    if (found) return { ...found };
    this.records.set(record.id, { ...record });
    return undefined;
  }

  renew(id: string, from: Instant, to: Instant): boolean {
    const found = this.records.get(id);
    if (!found || found.answer !== undefined || found.deadlineAt !== from) return false;
    this.records.set(id, { ...found, deadlineAt: to });
    return true;
  }

  answer(id: string, answer: string): void {
    const found = this.records.get(id);
    if (found && found.answer === undefined) this.records.set(id, { ...found, answer });
  }

  release(id: string): void {
    if (this.records.get(id)?.answer === undefined) this.records.delete(id);
  }

  forget(createdBefore: Instant, limit: number): number {
    const old = [...this.records.values()].filter(({ createdAt }) => createdAt <= createdBefore).slice(0, limit);
    for (const { id } of old) this.records.delete(id);
    return old.length;
  }
}
