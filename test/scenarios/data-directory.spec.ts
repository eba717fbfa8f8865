import { createHash } from 'node:crypto';
import { openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { copyOf, freshFolder, leaveNothing, Product, start } from './world/product';
import { OPERATOR } from './world/territory';

const FILE = 'salvatempo.db';
const NO_DEMO = ['--no-demo'];
const REFUSED = { code: 1, signal: null };
let prepared: string;

beforeAll(async () => {
  prepared = freshFolder();
  const product = await start({ dataDir: prepared, args: NO_DEMO });
  await firstOperator(product, () => product.url);
  await product.stop();
});

afterAll(leaveNothing);

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const signInTo = (url: string): Promise<Caller> => new Caller(() => url).signIn(OPERATOR.username, OPERATOR.password);

/** What the refusal of a start on this folder says; the data file has to stay as it is. */
async function refusalOf(dataDir: string): Promise<string> {
  const before = digestOf(join(dataDir, FILE));
  const product = new Product({ dataDir, args: NO_DEMO });
  expect(await product.ended).toEqual(REFUSED);
  expect(product.output).not.toMatch(/^ +at /m);
  expect(digestOf(join(dataDir, FILE))).toBe(before);
  return product.output;
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, bytes, 0, bytes.length, at);
  closeSync(opened);
}

describe('a data directory', () => {
  it('is one process’s: a second says so and ends, the first goes on, and after its death another starts at once', async () => {
    const dataDir = copyOf(prepared);
    const first = await start({ dataDir, args: NO_DEMO });
    const second = new Product({ dataDir, args: NO_DEMO });
    expect(await second.ended).toEqual(REFUSED);
    expect(second.output).toContain(dataDir);
    expect(second.output).toMatch(/Another process uses/);
    await signInTo(first.url);
    await first.kill();
    const third = await start({ dataDir, args: NO_DEMO });
    await signInTo(third.url);
    await third.stop();
  });

  it('of a newer program is left alone', async () => {
    const dataDir = copyOf(prepared);
    // SQLite keeps `user_version` as four bytes at offset 60.
    overwrite(join(dataDir, FILE), 60, Buffer.from([0, 0, 0, 99]));
    expect(await refusalOf(dataDir)).toMatch(/newer version \(format 99.*restore/s);
  });

  it.each<[string, (file: string) => void]>([
    ['whose file is something else', (file) => writeFileSync(file, 'questo non è un file di dati. '.repeat(1_000))],
    ['whose file is cut off', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['whose file has a page of noise', (file) => overwrite(file, 4_096 * 2, Buffer.alloc(4_096, 0xab))],
    ['whose file lost its header', (file) => overwrite(file, 0, Buffer.alloc(100))],
  ])('%s is refused with what to do', async (_what, damage) => {
    const dataDir = copyOf(prepared);
    damage(join(dataDir, FILE));
    const said = await refusalOf(dataDir);
    expect(said).toMatch(/damaged/);
    expect(said).toContain('npm run restore');
  });

  it('without its key is refused, and no other key is made', async () => {
    const dataDir = copyOf(prepared);
    writeFileSync(join(dataDir, 'territory.key'), '');
    expect(await refusalOf(dataDir)).toMatch(/territory\.key.*backup/s);
  });
});
