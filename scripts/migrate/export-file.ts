import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Counting, type Carried, type Tally } from './carried';

const FORMAT = 1;

/** First line of an export. */
interface Head {
  readonly salvatempo: 'export';
  readonly format: number;
  /** Of the territory's key, without which ids and codes of the data can't be made again. */
  readonly keySha256: string;
}

/** Writes an export, compressed, one thing a line; the file has its name once it is whole. Returns what is in it. */
export async function writeExport(to: string, keySha256: string, things: AsyncIterable<Carried>): Promise<Tally> {
  const partial = `${to}.partial`;
  const zip = createGzip();
  const file = createWriteStream(partial, { mode: 0o600, flush: true });
  zip.pipe(file);
  const write = async (line: unknown): Promise<void> => void (zip.write(`${JSON.stringify(line)}\n`) || (await once(zip, 'drain')));
  const counting = new Counting();
  try {
    await write({ salvatempo: 'export', format: FORMAT, keySha256 } satisfies Head);
    for await (const thing of things) {
      counting.add(thing);
      await write(thing);
    }
    await write({ end: counting.tally });
    zip.end();
    await finished(file);
    await rename(partial, to);
    return counting.tally;
  } catch (error) {
    zip.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

/** Reads an export, thing by thing; returns what it says of itself at its end. Throws Error for one of another key, cut off or changed. */
export async function* readExport(from: string, keySha256: string): AsyncGenerator<Carried, Tally> {
  const lines = createInterface({ input: createReadStream(from).pipe(createGunzip()), crlfDelay: Infinity });
  const counting = new Counting();
  let isHead = true;
  for await (const text of lines) {
    const line = JSON.parse(text) as Partial<Head> & { end?: Tally };
    if (isHead) {
      isHead = false;
      assertHead(from, line, keySha256);
    } else if (line.end !== undefined) {
      if (JSON.stringify(line.end) !== JSON.stringify(counting.tally)) throw new Error(`${from} is not as it was written.`);
      return line.end;
    } else {
      const thing = line as Carried;
      counting.add(thing);
      yield thing;
    }
  }
  throw new Error(`${from} ends too early: the export was cut off.`);
}

function assertHead(from: string, { salvatempo, format, keySha256 }: Partial<Head>, ours: string): void {
  if (salvatempo !== 'export') throw new Error(`${from} is no export.`);
  if (format !== FORMAT) throw new Error(`${from} has format ${format}; this program reads ${FORMAT}.`);
  if (keySha256 !== ours) throw new Error(`${from} belongs to a territory with another key. Copy its territory.key into DATA_DIR, or set TERRITORY_KEY.`);
}
