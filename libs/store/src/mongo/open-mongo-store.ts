import type { Store } from '../ports';
import type { MongoOptions } from './mongo-store';

/** Opens a store on MongoDB. The driver is loaded when it is asked for, so that the embedded mode starts without it. Throws as MongoStore.open. */
export async function openMongoStore(options: MongoOptions): Promise<Store> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() here would want the name of a compiled file, which tests don't have
  const { MongoStore } = require('./mongo-store') as typeof import('./mongo-store');
  return MongoStore.open(options);
}
