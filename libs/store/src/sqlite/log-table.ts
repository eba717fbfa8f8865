import { between, type Access } from './access';
import { step } from './group-writer';

/** A message of the embedded log as it is kept. */
export interface LogEntry {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string;
}

export interface Progress {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the next message to take. */
  readonly next: number;
}

/** The tables of the embedded event log; what they mean is the log's business (libs/messaging). */
export class LogTable {
  constructor(private readonly access: Access) {}

  /** All of them or none. Throws Error where one's place is taken. */
  async append(entries: readonly LogEntry[]): Promise<void> {
    const steps = entries.map(({ topic, partition, offset, key, value }) => step('appendLog', [topic, partition, offset, key, value]));
    await between(this.access, 'publish', () => this.access.writer.write(steps));
  }

  read(topic: string, partition: number, from: number, limit: number): readonly LogEntry[] {
    const sql = 'SELECT topic, part AS "partition", offset, key, value FROM log WHERE topic = ? AND part = ? AND offset >= ? ORDER BY offset LIMIT ?';
    return this.access.reader.all<LogEntry>(sql, topic, partition, from, limit);
  }

  /** Number of messages of a partition. */
  end(topic: string, partition: number): number {
    const found = this.access.reader.one<{ last: number | null }>('SELECT MAX(offset) AS last FROM log WHERE topic = ? AND part = ?', topic, partition);
    return (found?.last ?? -1) + 1;
  }

  progress(group: string): readonly Progress[] {
    return this.access.reader.all<Progress>('SELECT topic, part AS "partition", next FROM progress WHERE grp = ?', group);
  }

  async saveProgress(group: string, progress: readonly Progress[]): Promise<void> {
    const steps = progress.map(({ topic, partition, next }) => step('saveProgress', [group, topic, partition, next]));
    await between(this.access, 'offset', () => this.access.writer.write(steps));
  }
}
