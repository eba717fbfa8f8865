import { resolve } from 'node:path';
import { readOptions, runCommand } from '../backup/command-line';
import { restoreBackup } from './restore-backup';

const USAGE = `Usage: npm run restore -- --from FILE --data-dir DIR
Brings a backup back into a new or empty folder, after it was found to be whole. Start the product on it with DATA_DIR=DIR.`;

void runCommand('restore', async () => {
  const options = readOptions(process.argv.slice(2), USAGE, ['from', 'data-dir'], ['from', 'data-dir']);
  const dataDir = resolve(options['data-dir']!);
  const { chains, madeAt } = await restoreBackup(resolve(options.from!), dataDir);
  return `${dataDir} is as it was at ${madeAt}: ${chains.documents} documents, ${chains.events} events`;
});
