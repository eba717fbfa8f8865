import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdDocumentDb } from './hold-documentdb.mjs';
import { holdKafkaAndMongo } from './hold-kafka-and-mongo.mjs';
import { runFolder } from './places.mjs';

/*
 * Servers in the hands of a test: forked with the name of what to hold, it sends their addresses, and then does what it is told,
 * answering each with `done`. It ends, with them, when its parent does.
 */

const holds = { 'kafka-and-mongo': holdKafkaAndMongo, documentdb: holdDocumentDb };
const say = (line) => process.stderr.write(`${line}\n`);

async function main(name) {
  mkdirSync(runFolder, { recursive: true });
  const folder = mkdtempSync(join(runFolder, 'held-'));
  const { addresses, commands, end } = await holds[name](folder, say);
  process.on('message', (command) => void commands[command]().then(() => process.send('done'), (error) => process.send(String(error))));
  process.on('disconnect', async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  process.send(addresses);
}

main(process.argv[2]).catch((error) => {
  say(error.message);
  process.exit(1);
});
