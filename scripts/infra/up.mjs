import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../toolchain/repository.mjs';
import { startKafka } from './kafka.mjs';
import { startMongoJavaServer } from './mongo-java-server.mjs';
import { runFolder } from './places.mjs';
import { javaOrThrow } from './services.mjs';

const stateFile = join(runFolder, 'state.json');

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Starts what isn't running, says where it is, and leaves it running: `infra:down` ends it. Kafka keeps its messages, the Java server nothing. */
export async function infraUp(say) {
  mkdirSync(runFolder, { recursive: true });
  const state = readJson(stateFile, {});
  const kafka = process.env.KAFKA_BROKERS ? { brokers: process.env.KAFKA_BROKERS } : await upOrStart(state.kafka, say, (ports) => startKafka(join(runFolder, 'kafka'), say, { ports, detached: true }));
  const mongo = process.env.MONGODB_URL ? { url: process.env.MONGODB_URL } : await upOrStart(state.mongo, say, (ports) => startMongoJavaServer(join(runFolder, 'mongo'), say, { ports, detached: true }));
  writeFileSync(stateFile, JSON.stringify({ kafka, mongo }, undefined, 2));
  process.stdout.write(`export KAFKA_BROKERS=${kafka.brokers}\nexport MONGODB_URL='${mongo.url}'\n`);
  return 0;
}

async function upOrStart(known, say, start) {
  if (known?.pid && isAlive(known.pid)) return known;
  await javaOrThrow(say);
  const { child, ...where } = await start(known?.ports);
  return { ...where, pid: child.pid };
}

/** Ends what `infra:up` started; what the environment named is left alone. */
export async function infraDown(say) {
  const state = readJson(stateFile, {});
  for (const [name, { pid }] of Object.entries(state)) {
    if (!pid || !isAlive(pid)) continue;
    process.kill(pid, 'SIGTERM');
    say(`${name} was asked to end`);
  }
  // Kafka's data stays, and so do its ports, since consumers and settings may name them.
  const { kafka } = state;
  writeFileSync(stateFile, JSON.stringify(kafka?.ports ? { kafka: { ports: kafka.ports } } : {}, undefined, 2));
  return 0;
}
