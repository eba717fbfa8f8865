import { mongo } from 'mongoose';
import { StoreUnavailableError } from '../ports';

const DUPLICATE = 11000;
/** DocumentDB: two writers of one index waited for each other, and one of them was sent away. */
const DEADLOCK = 16908292;
const DEADLOCK_TRIES = 20;
/** What the server will never take, however often it is asked: bad value, parse, type, size. */
const NEVER = new Set([2, 9, 14, 10334, 17280, 17419]);

export const isDuplicate = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === DUPLICATE;
const isDeadlock = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === DEADLOCK;

/** The way to the server: counts what is under way, and says what went wrong in the store's own words. */
export class MongoAccess {
  private readonly underWay = new Set<Promise<unknown>>();
  private isClosed = false;

  constructor(
    /** Names a durable step right before and right after it, for fault tests. */
    readonly reach: (point: string) => void = () => undefined,
  ) {}

  /** Throws StoreUnavailableError where the server can't be reached or can't promise durability; a duplicate key passes as it is. */
  async run<T>(action: () => Promise<T>): Promise<T> {
    if (this.isClosed) throw new StoreUnavailableError('the store is closed', 'stopped');
    const work = this.attempt(action);
    this.underWay.add(work);
    try {
      return await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  async between<T>(point: string, action: () => Promise<T>): Promise<T> {
    this.reach(`${point}.before`);
    const result = await this.run(action);
    this.reach(`${point}.after`);
    return result;
  }

  /** Takes nothing more, and resolves when nothing is under way. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.allSettled(this.underWay);
  }

  private async attempt<T>(action: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await action();
      } catch (error) {
        if (isDeadlock(error) && tries < DEADLOCK_TRIES) continue;
        throw meaningOf(error);
      }
    }
  }
}

function meaningOf(error: unknown): unknown {
  if (!(error instanceof mongo.MongoError) || isDuplicate(error)) return error;
  if (error instanceof mongo.MongoServerError && NEVER.has(Number(error.code))) return error;
  return new StoreUnavailableError(error.message);
}
