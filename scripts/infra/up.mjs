import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall } from '../toolchain/distribution.mjs';
import { readJson } from '../toolchain/repository.mjs';
import { chooseServers, mongoKindIn } from './choice.mjs';
import { hasEngine, kafkaAt, mongoAt, portOr, startContainers, stopContainers } from './containers.mjs';
import { POSTGRES_ENDS_BY, startDocumentDb } from './documentdb.mjs';
import { startKafka } from './kafka.mjs';
import { startMongoJavaServer } from './mongo-java-server.mjs';
import { runFolder } from './places.mjs';
import { javaOrThrow } from './services.mjs';

const stateFile = join(runFolder, 'state.json');

const isAlive = ({ pid }) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** How each kind is started; a container's start is that of all of them. */
const starters = {
  kafka: {
    given: async () => ({ brokers: process.env.KAFKA_BROKERS }),
    docker: async (known) => kafkaAt(await portOr(known)),
    java: async (known, say) => {
      await javaOrThrow(say);
      const { child, ...where } = await startKafka(join(runFolder, 'kafka'), say, { ports: known?.ports, detached: true });
      return { ...where, processes: [{ pid: child.pid, signal: 'SIGTERM' }] };
    },
  },
  mongo: {
    given: async () => ({ url: process.env.MONGODB_URL }),
    docker: async (known) => mongoAt(await portOr(known)),
    java: async (known, say) => {
      await javaOrThrow(say);
      const { child, ...where } = await startMongoJavaServer(join(runFolder, 'mongo'), say, { ports: known?.ports, detached: true });
      return { ...where, processes: [{ pid: child.pid, signal: 'SIGTERM' }] };
    },
    documentdb: async (known, say) => {
      const { postgres, ferretdb, url, ports } = await startDocumentDb(join(runFolder, 'documentdb'), say, { ports: known?.ports, detached: true });
      // The one that stands on the other ends first.
      return { url, ports, processes: [{ pid: ferretdb.pid, signal: 'SIGTERM' }, { pid: postgres.pid, signal: POSTGRES_ENDS_BY }] };
    },
  },
};

/**
 * Starts what isn't running, says where it is, and leaves it running: `infra:down` ends it. Kafka, containers and DocumentDB keep their
 * data, the Java server nothing. Throws InfraMissingError where what was asked for can't be had.
 */
export async function infraUp(say, args = []) {
  const mongo = mongoKindIn(args);
  const kinds = chooseServers({ given: process.env, mongo, hasEngine: hasEngine(), mayMakeDebian: canInstall() });
  mkdirSync(runFolder, { recursive: true });
  const state = readJson(stateFile, {});
  for (const name of ['kafka', 'mongo']) {
    state[name] = await upOrStart(name, kinds[name], state[name], say);
    writeFileSync(stateFile, JSON.stringify(state, undefined, 2));
  }
  const inContainers = Object.entries(state).filter(([, { kind }]) => kind === 'docker');
  if (inContainers.length > 0) startContainers(Object.fromEntries(inContainers.map(([name, { ports }]) => [name, ports.port])));
  process.stdout.write(`export KAFKA_BROKERS=${state.kafka.brokers}\nexport MONGODB_URL='${state.mongo.url}'\n`);
  return 0;
}

async function upOrStart(name, kind, known, say) {
  if (known?.processes?.length && known.processes.every(isAlive)) {
    if (known.kind === kind) return known;
    throw new Error(`${name} is up already, and it is another one (${known.kind}): end it first with infra:down`);
  }
  // Ports are kept for what keeps its data; another kind has its own.
  return { kind, ...(await starters[name][kind](known?.kind === kind ? known : undefined, say)) };
}

/** Ends what `infra:up` started; what the environment named is left alone. */
export async function infraDown(say) {
  mkdirSync(runFolder, { recursive: true });
  const state = readJson(stateFile, {});
  if (Object.values(state).some(({ kind }) => kind === 'docker')) stopContainers();
  for (const [name, { processes = [] }] of Object.entries(state))
    for (const { pid, signal } of processes.filter(isAlive)) {
      process.kill(pid, signal);
      say(`${name} was asked to end`);
    }
  // Data stays, and so do ports, since consumers and settings may name them.
  const kept = Object.entries(state).filter(([, { ports }]) => ports).map(([name, { kind, ports }]) => [name, { kind, ports }]);
  writeFileSync(stateFile, JSON.stringify(Object.fromEntries(kept), undefined, 2));
  return 0;
}
