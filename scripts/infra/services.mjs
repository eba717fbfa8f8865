import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InfraMissingError } from './infra-missing.mjs';
import { obtainJava } from './java.mjs';
import { startKafka } from './kafka.mjs';
import { startMongoJavaServer } from './mongo-java-server.mjs';
import { runFolder } from './places.mjs';
import { stopServer } from './server-process.mjs';

/**
 * Kafka and a MongoDB server for as long as this process lives: those that the environment names, else ones of our own on
 * loopback, in a folder that is thrown away. Throws InfraMissingError.
 * @returns {Promise<{env: {KAFKA_BROKERS: string, MONGODB_URL: string}, stop: () => Promise<void>}>}
 */
export async function startOwnInfra(say, given = process.env) {
  const needs = { kafka: !given.KAFKA_BROKERS, mongo: !given.MONGODB_URL };
  if (needs.kafka || needs.mongo) await javaOrThrow(say);
  mkdirSync(runFolder, { recursive: true });
  const folder = mkdtempSync(join(runFolder, 'own-'));
  const children = [];
  const stop = async () => {
    await Promise.all(children.map((child) => stopServer(child)));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const kafka = needs.kafka ? await started(children, startKafka(join(folder, 'kafka'), say)) : { brokers: given.KAFKA_BROKERS };
    const mongo = needs.mongo ? await started(children, startMongoJavaServer(join(folder, 'mongo'), say)) : { url: given.MONGODB_URL };
    return { env: { KAFKA_BROKERS: kafka.brokers, MONGODB_URL: mongo.url }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function started(children, starting) {
  const server = await starting;
  children.push(server.child);
  return server;
}

/** Throws InfraMissingError. */
export async function javaOrThrow(say) {
  const missing = await obtainJava(say);
  if (missing.length === 0) return;
  throw new InfraMissingError(
    `${missing.join(', ')} not found. Install a JDK (17 or newer) and Maven, or name servers of your own in KAFKA_BROKERS and MONGODB_URL.`,
  );
}
