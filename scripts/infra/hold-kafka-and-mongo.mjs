import { join } from 'node:path';
import { startKafka } from './kafka.mjs';
import { startMongoJavaServer } from './mongo-java-server.mjs';
import { javaOrThrow } from './services.mjs';
import { stopServer } from './server-process.mjs';

/** A broker, and a server in Java that speaks MongoDB's protocol. Throws InfraMissingError. */
export async function holdKafkaAndMongo(folder, say) {
  await javaOrThrow(say);
  let kafka = await startKafka(join(folder, 'kafka'), say);
  const mongo = await startMongoJavaServer(join(folder, 'mongo'), say);
  const commands = {
    // Killed and not asked, as a broker whose machine is gone; what it acknowledged is on its disk.
    'stop-kafka': () => stopServer(kafka.child, 0),
    'start-kafka': async () => void (kafka = await startKafka(join(folder, 'kafka'), say, { ports: kafka.ports })),
    // It keeps everything in memory, so it is halted rather than ended: connections stand, and nobody answers.
    'stop-mongo': async () => void mongo.child.kill('SIGSTOP'),
    'start-mongo': async () => void mongo.child.kill('SIGCONT'),
  };
  const end = async () => {
    mongo.child.kill('SIGCONT');
    await Promise.all([stopServer(kafka.child), stopServer(mongo.child)]);
  };
  return { addresses: { KAFKA_BROKERS: kafka.brokers, MONGODB_URL: mongo.url }, commands, end };
}
