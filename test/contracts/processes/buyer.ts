import { openOn } from '../store/mongo-place';
import { guarded, stockId } from '../store/race-cases';

/** Clients of one process. */
const CLIENTS = 16;

/** A process of buyers: each tries to take one of every stock, and says on stdout what it got: `<round> <buyer>`. */
async function buy(url: string, database: string, rounds: number, name: string): Promise<void> {
  const store = await openOn(url, database);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  for (let round = 0; round < rounds; round++)
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, n) => {
        const buyer = `${round}/${name}-${n}`;
        if (await guarded(store, stockId(round), buyer)) process.stdout.write(`${round} ${buyer}\n`);
      }),
    );
  await store.close();
  process.stdin.destroy();
}

const [url, database, rounds, name] = process.argv.slice(2);
void buy(url!, database!, Number(rounds), name!);
