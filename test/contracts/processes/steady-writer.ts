import { derivedId } from '@salvatempo/kernel';
import { Engine, SqliteEventLog } from '@salvatempo/messaging';
import { memoryAmbient, realTimers } from '@salvatempo/testing';
import { accountAggregate } from '../aggregate/account';
import { openIn } from '../store/sqlite-place';

/**
 * A process that decides commands on 16 accounts, relays their events and stores files, until it is killed. It says on stdout
 * what was answered, one line each: `<account> <version>`. Its argument is the data directory.
 */
async function write(dataDir: string): Promise<void> {
  const store = await openIn(dataDir);
  const ambient = memoryAmbient();
  const engine = new Engine({ store, log: new SqliteEventLog(store, realTimers), ambient });
  const runner = engine.runner(accountAggregate);
  engine.start();
  const client = async (id: string) => {
    for (let n = 0; ; n++) {
      const cause = { id: `${id}/${n}`, time: ambient.clock.now(), correlationId: id, tenantId: 't' };
      const outcome = await runner.execute(id, { type: 'credit', data: { amountCents: 5 } }, cause);
      if (outcome.kind === 'done') process.stdout.write(`${id} ${outcome.version}\n`);
      if (n % 50 === 0) await store.blobs.put(`${id}/${n}`, new Uint8Array(20_000));
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, n) => client(derivedId('acc', String(n)))));
}

void write(process.argv[2]!);
