import { LogUnavailableError } from '../event-log';

/** What goes wrong between here and the cluster says nothing about the message: it is tried again. Throws LogUnavailableError. */
export async function reachable<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new LogUnavailableError(error instanceof Error ? error.message : String(error));
  }
}
