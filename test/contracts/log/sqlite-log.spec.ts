import { rm } from 'node:fs/promises';
import { SqliteEventLog } from '@salvatempo/messaging';
import type { SqliteStore } from '@salvatempo/store';
import { realTimers } from '@salvatempo/testing';
import { newDataDir, openIn } from '../store/sqlite-place';
import { eventLogContract } from './event-log.contract';
import { topicOrderCases } from './topic-order-cases';

eventLogContract(
  'SQLite',
  async () => {
    const dataDir = await newDataDir();
    let store: SqliteStore | undefined;
    let log: SqliteEventLog | undefined;
    return {
      open: async () => {
        await store?.close();
        store = await openIn(dataDir);
        log = new SqliteEventLog(store, realTimers);
        return log;
      },
      // From here on nothing is written any more, whatever the abandoned log still tries.
      crash: () => store!.close(),
      discard: async () => {
        await store!.close();
        await rm(dataDir, { recursive: true });
      },
    };
  },
  topicOrderCases,
);
