import { StoreUnavailableError } from '@salvatempo/store';
import { LogUnavailableError } from '../event-log';

/** What the store says of itself, said of the log that is kept in it. Throws LogUnavailableError. */
export async function reachable<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw new LogUnavailableError(error.message);
    throw error;
  }
}
