import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig, ServiceAddresses, sharedKeys, systemAmbient, type Config, type GroupView } from '@salvatempo/runtime';
import { Processes } from './processes';

const USAGE = `npm run dlq -- list
npm run dlq -- replay --group GROUP --letter PARTITION:OFFSET [--value FILE]
npm run dlq -- replay --group GROUP --key TOPIC/KEY

  --url URL   the product that runs in one process (by default the PORT and HOST of the environment); without it, SERVICES or SERVICES_FILE
  DATA_DIR or TERRITORY_KEY must be those of the product: they prove that one may ask`;

/** Lists what the consumers gave up, or has one handled again; the exit code. Throws Error for what makes no sense. */
export async function runDlq(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    strict: true,
    options: { url: { type: 'string' }, group: { type: 'string' }, letter: { type: 'string' }, key: { type: 'string' }, value: { type: 'string' } },
  });
  const config = readConfig(['--no-demo'], env);
  const processes = new Processes(addressesOf(config, values.url), sharedKeys(config));
  const [command] = positionals;
  if (command === 'list') return list(await processes.list());
  if (command === 'replay' && values.group !== undefined) return replay(processes, { ...values, group: values.group });
  throw new Error(USAGE);
}

function addressesOf(config: Config, url: string | undefined): readonly string[] {
  if (url !== undefined) return [url];
  if (config.services === undefined && config.servicesFile === undefined) return [`http://${config.host}:${config.port}`];
  const addresses = new ServiceAddresses(config, systemAmbient.clock);
  return addresses.services.flatMap((service) => addresses.of(service).slice(0, 1));
}

/** A letter's text may hold anything, and be long: enough of it to know which it is. */
const SHOWN_CHARACTERS = 200;

function list(groups: readonly GroupView[]): number {
  for (const { group, letters, parked } of groups) {
    process.stdout.write(`${group}\n`);
    for (const { partition, offset, why, message } of letters)
      process.stdout.write(`  letter ${partition}:${offset}  ${message.topic}/${message.key}  ${why}\n    ${message.value.slice(0, SHOWN_CHARACTERS)}\n`);
    for (const [place, reason] of Object.entries(parked)) process.stdout.write(`  ${reason} ${place}\n`);
  }
  if (groups.length === 0) process.stdout.write('nothing was given up or set aside\n');
  return 0;
}

interface What {
  readonly group: string;
  readonly letter?: string;
  readonly key?: string;
  readonly value?: string;
}

async function replay(processes: Processes, { group, letter, key, value }: What): Promise<number> {
  if (key !== undefined) {
    const slash = key.indexOf('/');
    const { handled } = await processes.replayKey(group, key.slice(0, slash), key.slice(slash + 1));
    process.stdout.write(`${handled} handled\n`);
    return 0;
  }
  const place = /^(\d+):(\d+)$/.exec(letter ?? '');
  if (!place) throw new Error(USAGE);
  const { result } = await processes.replayLetter(group, Number(place[1]), Number(place[2]), value === undefined ? undefined : readFileSync(value, 'utf8'));
  process.stdout.write(`${result}\n`);
  return result === 'handled' ? 0 : 1;
}
