import { InfraMissingError } from './infra-missing.mjs';

/** What may stand after `--mongo`. */
export const MONGO_KINDS = ['docker', 'java', 'documentdb'];

/** The kind after `--mongo`, or nothing. Throws Error for anything else. */
export function mongoKindIn(args) {
  const [kind, ...rest] = args.flatMap((arg) => arg.split('=')).slice(1);
  if (args.length === 0) return undefined;
  if (/^--mongo(=|$)/.test(args[0]) && MONGO_KINDS.includes(kind) && rest.length === 0) return kind;
  throw new Error(`infra:up takes nothing, or --mongo and one of ${MONGO_KINDS.join(', ')}`);
}

/**
 * Which servers are to be: those that the environment names, else containers where an engine runs, else ones in Java. What `--mongo`
 * says goes before all that. Throws InfraMissingError where that can't be.
 * @param {{given: {KAFKA_BROKERS?: string, MONGODB_URL?: string}, mongo?: string, hasEngine: boolean, mayMakeDebian: boolean}} facts
 * @returns {{kafka: 'given' | 'docker' | 'java', mongo: 'given' | 'docker' | 'java' | 'documentdb'}}
 */
export function chooseServers({ given, mongo, hasEngine, mayMakeDebian }) {
  const own = hasEngine ? 'docker' : 'java';
  if (mongo === 'docker' && !hasEngine) throw new InfraMissingError('no container engine runs here (`docker info` fails)');
  if (mongo === 'documentdb' && !mayMakeDebian) throw new InfraMissingError("DocumentDB can't be had: it needs root on a Debian-like machine, since a Debian is made in a folder.");
  return { kafka: given.KAFKA_BROKERS ? 'given' : own, mongo: mongo ?? (given.MONGODB_URL ? 'given' : own) };
}
