import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall } from '../toolchain/distribution.mjs';
import { hasDebian, obtainDebian } from './debian.mjs';
import { assertGo, hasFerretDb, obtainFerretDb, startFerretDb } from './ferretdb.mjs';
import { startPostgres } from './postgres.mjs';
import { freePort, stopServer } from './server-process.mjs';

/** To PostgreSQL a SIGTERM says: end when the last client has gone. */
export const POSTGRES_ENDS_BY = 'SIGINT';

/** Whether it was obtained before, and may be started by us. */
export const hasDocumentDb = () => canInstall() && hasDebian() && hasFerretDb();

/** Both parts at the same time. Throws InfraMissingError, which names what is missing. */
export async function obtainDocumentDb(say) {
  // Said now, rather than when the other part has been minutes on its way.
  if (!hasFerretDb()) assertGo();
  const parts = await Promise.allSettled([obtainDebian(say), obtainFerretDb(say)]);
  const failed = parts.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * DocumentDB: PostgreSQL with Microsoft's extension, which keeps documents durably, and FerretDB before it, which speaks MongoDB's protocol.
 * Both on loopback, their data in `folder`. Throws InfraMissingError.
 */
export async function startDocumentDb(folder, say, { ports, detached = false } = {}) {
  await obtainDocumentDb(say);
  mkdirSync(folder, { recursive: true });
  const { port, postgresPort } = ports ?? { port: await freePort(), postgresPort: await freePort() };
  const startPostgresAgain = () => startPostgres(join(folder, 'postgres'), say, { port: postgresPort, detached });
  const startFerretDbAgain = () => startFerretDb(join(folder, 'ferretdb'), say, { port, postgresPort, detached });
  const postgres = await startPostgresAgain();
  try {
    const ferretdb = await startFerretDbAgain();
    return { postgres, ferretdb, startPostgresAgain, startFerretDbAgain, url: `mongodb://127.0.0.1:${port}/?directConnection=true`, ports: { port, postgresPort } };
  } catch (error) {
    await stopServer(postgres, 0);
    throw error;
  }
}
