import { resolve } from 'node:path';
import { environmentConfig, systemAmbient } from '@salvatempo/runtime';
import { readOptions, runCommand } from '../backup/command-line';
import { importFrom } from './move';
import { openPlace } from './places';
import { summary } from './summary';

const USAGE = `Usage: npm run import -- --from FILE
Puts an exported territory into the data file in DATA_DIR, or into the databases at MONGODB_URL, where there is none yet. The territory's key
must be there already (DATA_DIR/territory.key or TERRITORY_KEY). At its first start the product publishes the journal anew.`;

void runCommand('import', async () => {
  const from = resolve(readOptions(process.argv.slice(2), USAGE, ['from'], ['from']).from!);
  const place = await openPlace(environmentConfig());
  try {
    return `${from}: ${summary(await importFrom(from, place, systemAmbient.clock.now()))}; counts and digests are those of the file`;
  } finally {
    await place.close();
  }
});
