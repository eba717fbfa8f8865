import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainJars } from './jars.mjs';
import { freePort, startServer } from './server-process.mjs';

const VERSION = '1.47.0';
/**
 * One thread answers everybody. The server hands out what it keeps and not a copy, and writes it down after giving up its lock: with
 * two threads an answer may be half of a document before a change and half of it afterwards.
 */
const ONE_THREAD = '-Dio.netty.eventLoopThreads=1';
const SOURCE = fileURLToPath(new URL('./MongoJavaServer.java', import.meta.url));

/**
 * A server in Java that speaks MongoDB's protocol and keeps everything in memory: it proves protocol and atomicity, never
 * durability. For tests and for a look around, where no MongoDB is at hand.
 * @returns {Promise<{child: import('node:child_process').ChildProcess, url: string, ports: {port: number}}>}
 */
export async function startMongoJavaServer(folder, say, { ports, detached = false } = {}) {
  const jars = await obtainJars(`mongo-java-server-${VERSION}`, [`de.bwaldvogel:mongo-java-server:${VERSION}`, 'org.slf4j:slf4j-simple:2.0.17'], say);
  compile(jars);
  mkdirSync(folder, { recursive: true });
  const port = ports?.port ?? (await freePort());
  const args = ['-Xmx768m', '-Xshare:auto', ONE_THREAD, '-Dorg.slf4j.simpleLogger.defaultLogLevel=error', '-cp', `${join(jars, '*')}:${join(jars, 'launcher')}`, 'MongoJavaServer', String(port)];
  const child = await startServer('mongo-java-server', 'java', args, { port, logFile: join(folder, 'mongo-java-server.log'), detached });
  return { child, url: `mongodb://127.0.0.1:${port}/?directConnection=true`, ports: { port } };
}

function compile(jars) {
  const launcher = join(jars, 'launcher');
  if (existsSync(join(launcher, 'MongoJavaServer.class'))) return;
  mkdirSync(launcher, { recursive: true });
  copyFileSync(SOURCE, join(launcher, 'MongoJavaServer.java'));
  const { status, stderr } = spawnSync('javac', ['-cp', join(jars, '*'), '-d', launcher, join(launcher, 'MongoJavaServer.java')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the launcher of mongo-java-server does not compile:\n${stderr}`);
}
