import { readFileSync } from 'node:fs';
import { POSTGRES_ENDS_BY, startDocumentDb } from './documentdb.mjs';
import { stopServer } from './server-process.mjs';

/** DocumentDB, each part of which a test may kill. Throws InfraMissingError. */
export async function holdDocumentDb(folder, say) {
  const documentDb = await startDocumentDb(folder, say);
  let { postgres, ferretdb } = documentDb;
  const commands = {
    'kill-postgres': () => killWhole(postgres),
    'start-postgres': async () => void (postgres = await documentDb.startPostgresAgain()),
    'kill-ferretdb': () => stopServer(ferretdb, 0, 'SIGKILL'),
    'start-ferretdb': async () => void (ferretdb = await documentDb.startFerretDbAgain()),
  };
  const end = async () => {
    await stopServer(ferretdb);
    await stopServer(postgres, 10_000, POSTGRES_ENDS_BY);
  };
  return { addresses: { MONGODB_URL: documentDb.url }, commands, end };
}

/** The server and each process that serves a connection: none of them finishes what it was at. */
async function killWhole(server) {
  const { pid } = server;
  const serving = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  const gone = stopServer(server, 0, 'SIGKILL');
  for (const each of serving) killIfThere(Number(each));
  await gone;
}

function killIfThere(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
