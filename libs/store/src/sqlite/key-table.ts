import type { Instant } from '@salvatempo/kernel';
import type { KeyRecord, KeyStore } from '../ports';
import { between, type Access } from './access';
import { step } from './group-writer';
import { DONE } from './writer-protocol';

interface KeyRow {
  id: string;
  body_hash: string;
  created_at: string;
  deadline_at: string;
  answer: string | null;
}

/** Idempotency keys. */
export class KeyTable implements KeyStore {
  constructor(private readonly access: Access) {}

  async claim(record: KeyRecord): Promise<KeyRecord | undefined> {
    const { id, bodyHash, createdAt, deadlineAt, answer } = record;
    const insert = step('claimKey', [id, bodyHash, createdAt, deadlineAt, answer ?? null], 'guard');
    const result = await between(this.access, 'claim', () => this.access.writer.write([insert]));
    if (result === DONE) return undefined;
    // Taken; if it was released again in the same moment, the claim is made again.
    return this.find(id) ?? this.claim(record);
  }

  async renew(id: string, from: Instant, to: Instant): Promise<boolean> {
    return (await this.access.writer.write([step('renewKey', [id, from, to], 'guard')])) === DONE;
  }

  async answer(id: string, answer: string): Promise<void> {
    await between(this.access, 'answer', () => this.access.writer.write([step('answerKey', [id, answer])]));
  }

  async release(id: string): Promise<void> {
    await this.access.writer.write([step('releaseKey', [id])]);
  }

  async forget(createdBefore: Instant, limit: number): Promise<number> {
    const sql = 'SELECT COUNT(*) AS count FROM (SELECT 1 FROM keys WHERE created_at <= ? LIMIT ?)';
    const { count } = this.access.reader.one<{ count: number }>(sql, createdBefore, limit)!;
    if (count > 0) await this.access.writer.write([step('forgetKeys', [createdBefore, limit])]);
    return count;
  }

  private find(id: string): KeyRecord | undefined {
    const found = this.access.reader.one<KeyRow>('SELECT * FROM keys WHERE id = ?', id);
    if (!found) return undefined;
    const { body_hash, created_at, deadline_at, answer } = found;
    return { id, bodyHash: body_hash, createdAt: created_at, deadlineAt: deadline_at, ...(answer === null ? {} : { answer }) };
  }
}
