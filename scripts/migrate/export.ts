import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentConfig } from '@salvatempo/runtime';
import { readOptions, runCommand } from '../backup/command-line';
import { exportTo } from './move';
import { openPlace } from './places';
import { summary } from './summary';

const USAGE = `Usage: npm run export -- --to FILE
Writes a whole territory into one file, to be imported elsewhere: from the data file in DATA_DIR, or from the databases at MONGODB_URL.
The product must have been stopped. The file holds personal data in clear, and the territory's key goes by itself.`;

void runCommand('export', async () => {
  const to = resolve(readOptions(process.argv.slice(2), USAGE, ['to'], ['to']).to!);
  if (existsSync(to)) throw new Error(`${to} exists already. An export never replaces anything: choose another name.`);
  const place = await openPlace(environmentConfig());
  try {
    return `${to}: ${summary(await exportTo(to, place))}`;
  } finally {
    await place.close();
  }
});
