import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { answer } from './remote';

export interface SyncSpec {
  readonly dataDir: string;
  readonly warmMs: number;
  readonly ms: number;
}

const PAGE = Buffer.alloc(4_096, 1);

/** L2: appends one page and syncs it, one after the other: syncs a second. */
async function syncLoop({ dataDir, warmMs, ms }: SyncSpec): Promise<{ rate: number; answered: number }> {
  const file = await open(join(dataDir, 'sync-loop'), 'w');
  try {
    const once = async (): Promise<void> => {
      await file.write(PAGE);
      await file.datasync();
    };
    for (const until = performance.now() + warmMs; performance.now() < until; ) await once();
    const startMs = performance.now();
    let count = 0;
    for (; performance.now() < startMs + ms; count++) await once();
    return { rate: (count * 1_000) / (performance.now() - startMs), answered: count };
  } finally {
    await file.close();
  }
}

answer({ syncLoop });
