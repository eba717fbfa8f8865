import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startKafka } from './kafka.mjs';
import { startMongoJavaServer } from './mongo-java-server.mjs';
import { runFolder } from './places.mjs';
import { javaOrThrow } from './services.mjs';
import { stopServer } from './server-process.mjs';

/*
 * Kafka and a MongoDB-speaking server in the hands of a test: forked, it sends their addresses, and then does what it is told,
 * answering each with `done`. It ends, with them, when its parent does.
 */

const say = (line) => process.stderr.write(`${line}\n`);

async function main() {
  await javaOrThrow(say);
  mkdirSync(runFolder, { recursive: true });
  const folder = mkdtempSync(join(runFolder, 'held-'));
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
  process.on('message', (command) => void commands[command]().then(() => process.send('done'), (error) => process.send(String(error))));
  process.on('disconnect', async () => {
    mongo.child.kill('SIGCONT');
    await Promise.all([stopServer(kafka.child), stopServer(mongo.child)]);
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  process.send({ KAFKA_BROKERS: kafka.brokers, MONGODB_URL: mongo.url });
}

main().catch((error) => {
  say(error.message);
  process.exit(1);
});
