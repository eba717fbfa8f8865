import mongoose, { type Connection, type mongo } from 'mongoose';
import { StoreRefusedError, StoreUnavailableError } from '../ports';

/** So many connections of one store to the server. */
const POOL = 32;
/** Who can't reach a server for so long answers "try later". */
const SELECTION_MS = 2_000;
/** A server that took a request and says nothing for so long is given up, and so is what it was asked; an index over much data is built within it. */
const ANSWER_MS = 60_000;
/** A write that its majority doesn't confirm within this time is of unknown outcome. */
const CONFIRM_MS = 5_000;

/**
 * Connects to a database in which every write waits for the majority and its journal. The outcome of a write that was cut off is
 * unknown and found out by its guard, so nothing is written again behind our back. Throws StoreUnavailableError, StoreRefusedError.
 */
export async function durableConnection(url: string, database: string): Promise<Connection> {
  assertDurable(concernIn(url), 'MONGODB_URL');
  const connection = mongoose.createConnection(url, {
    dbName: database,
    maxPoolSize: POOL,
    serverSelectionTimeoutMS: SELECTION_MS,
    connectTimeoutMS: SELECTION_MS,
    socketTimeoutMS: ANSWER_MS,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: CONFIRM_MS },
    retryWrites: false,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    // A field that isn't there is left out, rather than stored as null.
    ignoreUndefined: true,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw new StoreUnavailableError(`MongoDB can't be reached: ${(error as Error).message}`);
  }
  const { writeConcern } = connection.getClient().db(database).collection('documents') as unknown as { writeConcern?: mongo.WriteConcern };
  assertDurable({ w: writeConcern?.w ?? 0, journal: writeConcern?.journal ?? writeConcern?.j ?? false }, 'the connection');
  return connection;
}

interface Concern {
  readonly w?: number | string;
  readonly journal?: boolean;
}

/** What an address asks for; nothing where it leaves the choice to us. */
function concernIn(url: string): Concern {
  const { searchParams } = new URL(url);
  const w = searchParams.get('w');
  const journal = searchParams.get('journal') ?? searchParams.get('j');
  return { ...(w === null ? {} : { w }), ...(journal === null ? {} : { journal: journal === 'true' }) };
}

/** People's money is written: whoever asked for less than that it stays written is told so at the start. */
function assertDurable({ w = 'majority', journal = true }: Concern, where: string): void {
  if (w === 'majority' && journal) return;
  throw new StoreRefusedError('store-weak', `${where} asks for w=${w} and journal=${journal}: writes need w=majority and journal=true. Leave both out of MONGODB_URL.`);
}
