import { OperatorBootstrap } from '@salvatempo/app-identity';
import { startProduct } from '@salvatempo/app-standalone';
import { SqliteEventLog, type EventLog } from '@salvatempo/messaging';
import { TerritoryKeys, type PlatformPorts } from '@salvatempo/runtime';
import { openSqliteStore, type Store } from '@salvatempo/store';
import { allRules, auditStore, memoryLog, memoryStore } from '@salvatempo/testing';
import { Caller } from './caller';
import { freshFolder } from './product';
import { OPERATOR, until } from './territory';
import type { TravellingTime } from './travelling-time';

/** On what a product runs: ports in memory that are as strict as the others, or the one file of the embedded mode. */
export const MODES = ['memory', 'embedded'] as const;
export type Mode = (typeof MODES)[number];

const BLOB_KEY = Buffer.alloc(32, 7);

async function portsOf(mode: Mode, { ambient }: TravellingTime): Promise<{ readonly store: Store; readonly log: EventLog; close(): Promise<void> }> {
  if (mode === 'memory') return { store: memoryStore(), log: memoryLog(), close: async () => undefined };
  const store = await openSqliteStore({ dataDir: freshFolder(), blobKey: BLOB_KEY, ...ambient });
  const log = new SqliteEventLog(store, ambient.timers);
  return {
    store,
    log,
    async close() {
      await log.close();
      await store.close();
    },
  };
}

/** The whole product in this process, listening, with a first operator; its time is the test's. */
export interface ProductHere {
  readonly operator: Caller;
  /** What went wrong in the process's log. */
  readonly errors: readonly string[];
  /** Findings of every invariant, when nothing is under way any more. */
  faults(): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export async function startHere(mode: Mode, time: TravellingTime): Promise<ProductHere> {
  const { store, log, close } = await portsOf(mode, time);
  const errors: string[] = [];
  const ports: PlatformPorts = {
    ...{ store, log, ambient: time.ambient, keys: new TerritoryKeys(Buffer.alloc(32, 5)), mail: { send: async () => undefined }, publicUrl: 'http://salvatempo.example' },
    hasher: { hash: async (password) => `plain ${password}`, verify: async (hash, password) => hash === `plain ${password}` },
    processLog: { info: () => undefined, warn: () => undefined, error: (facts, message) => void errors.push(`${message} ${String((facts as { err?: Error }).err?.stack ?? JSON.stringify(facts))}`) },
  };
  const product = await startProduct(ports);
  await product.app.listen(0, '127.0.0.1');
  const url = await product.app.getUrl();
  await product.app.get(OperatorBootstrap).ensureOperator(OPERATOR.username, OPERATOR.password);
  const operator = await new Caller(() => url).signIn(OPERATOR.username, OPERATOR.password);
  await until(operator, '/api/identity/sessions/current', ({ roles }) => roles.length > 0);
  return {
    operator,
    errors,
    async faults() {
      await product.engine.flush();
      const { aggregates } = product.engine;
      return auditStore(store, aggregates, allRules(aggregates), time.now());
    },
    async stop() {
      await product.stop();
      await close();
    },
  };
}
