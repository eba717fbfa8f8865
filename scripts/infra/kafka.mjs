import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obtainJars } from './jars.mjs';
import { freePort, startServer } from './server-process.mjs';

const VERSION = '4.1.1';
const JARS = [`org.apache.kafka:kafka_2.13:${VERSION}`, 'org.slf4j:slf4j-simple:1.7.36'];

export const obtainKafka = (say) => obtainJars(`kafka-${VERSION}`, JARS, say);

const settingsOf = (folder, port, controllerPort) => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'data')}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.cleaner.dedupe.buffer.size=8388608
`;

/**
 * A single broker in KRaft mode on loopback, its data in `folder`: started again on the same folder it has the same data and, if
 * `ports` are given, the same address.
 * @returns {Promise<{child: import('node:child_process').ChildProcess, brokers: string, ports: {port: number, controllerPort: number}}>}
 */
export async function startKafka(folder, say, { ports, detached = false } = {}) {
  const classPath = join(await obtainKafka(say), '*');
  mkdirSync(folder, { recursive: true });
  const { port, controllerPort } = ports ?? { port: await freePort(), controllerPort: await freePort() };
  const settings = join(folder, 'server.properties');
  writeFileSync(settings, settingsOf(folder, port, controllerPort));
  if (!existsSync(join(folder, 'data'))) format(classPath, settings);
  const args = ['-Xmx512m', '-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', classPath, 'kafka.Kafka', settings];
  const child = await startServer('Kafka', 'java', args, { port, logFile: join(folder, 'kafka.log'), detached });
  return { child, brokers: `127.0.0.1:${port}`, ports: { port, controllerPort } };
}

function format(classPath, settings) {
  const tool = (...args) => spawnSync('java', ['-cp', classPath, 'kafka.tools.StorageTool', ...args], { encoding: 'utf8' });
  const id = tool('random-uuid').stdout.trim().split('\n').at(-1);
  const { status, stderr, stdout } = tool('format', '-t', id, '-c', settings);
  if (status !== 0) throw new Error(`Kafka's storage could not be prepared:\n${stderr || stdout}`);
}
