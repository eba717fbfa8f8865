import { resolve } from 'node:path';
import { readOptions, runCommand } from './command-line';
import { makeBackup } from './make-backup';

const USAGE = `Usage: npm run backup -- --to FILE [--data-dir DIR]
Makes a checked copy of the data while the product runs. DIR is DATA_DIR, or ./data.
FILE.manifest.json says what is in it; FILE.key is the territory's key: who has both can read everything.`;

void runCommand('backup', async () => {
  const options = readOptions(process.argv.slice(2), USAGE, ['to', 'data-dir'], ['to']);
  const to = resolve(options.to!);
  const { bytes, chains } = await makeBackup(resolve(options['data-dir'] ?? process.env.DATA_DIR ?? './data'), to);
  return `${to} is whole: ${bytes} bytes, ${chains.documents} documents, ${chains.events} events`;
});
