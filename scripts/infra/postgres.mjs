import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { obtainDebian } from './debian.mjs';
import { insideDebian } from './inside-debian.mjs';
import { startServer, wait } from './server-process.mjs';

const PROGRAMS = '/usr/lib/postgresql/18/bin';
const WITHIN_MS = 30_000;
const AGAIN_MS = 100;

/** What every commit waits for is left as it is: PostgreSQL syncs each. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
cron.host = '127.0.0.1'
deadlock_timeout = '50ms'
`;

/**
 * PostgreSQL with the extension documentdb on loopback, its data in `folder`: started again on the same folder it has the same data,
 * also after it was killed. What is started is the server itself, so a signal to it is a signal to the server.
 * Throws InfraMissingError where there is none to be had.
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
export async function startPostgres(folder, say, { port, detached = false }) {
  const inside = { system: await obtainDebian(say), data: folder, user: 'postgres' };
  if (!existsSync(join(folder, 'data'))) makeData(inside);
  const [command, args] = insideDebian(inside, `${PROGRAMS}/postgres`, '-D', '/srv/data', '-p', String(port));
  const start = () => startServer('PostgreSQL', command, args, { port, logFile: `${folder}.log`, detached });
  const child = await untilDone(start, 'PostgreSQL does not start');
  // It takes connections before it has recovered, and refuses statements until then.
  await untilDone(() => statement(inside, port, 'CREATE EXTENSION IF NOT EXISTS documentdb CASCADE'), 'the extension documentdb could not be made');
  return child;
}

/** Complete or not there at all. */
function makeData({ data, ...inside }) {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  runInside({ ...inside, data: unfinished }, `${PROGRAMS}/initdb`, '-D', '/srv/data', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  appendFileSync(join(unfinished, 'data/postgresql.conf'), SETTINGS);
  renameSync(unfinished, data);
}

const statement = (inside, port, text) => runInside(inside, `${PROGRAMS}/psql`, '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-qc', text);

function runInside(inside, ...command) {
  const { status, stderr } = spawnSync(...insideDebian(inside, ...command), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command[0]} failed:\n${stderr}`);
}

/** The processes of a server that was killed hold its memory for a moment longer than it lived, and keep its successor from it. */
async function untilDone(step, failure) {
  for (const until = Date.now() + WITHIN_MS; ; await wait(AGAIN_MS)) {
    try {
      return await step();
    } catch (error) {
      if (Date.now() > until) throw new Error(`${failure}: ${error.message}`);
    }
  }
}
