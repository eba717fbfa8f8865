import { openIn } from '../store/sqlite-place';
import { commitOf, messageOf } from '../store/sample-commits';

/**
 * A process that writes as fast as it can until it is killed: 16 clients, each on its own document. It says on stdout what
 * was answered, one line each: `<document> <version>`. Its arguments are the data directory and, for `point:count`, what to
 * wait for before it kills itself.
 */
async function hammer(dataDir: string, killAt: string | undefined): Promise<void> {
  const [point, count] = killAt?.split(':') ?? [];
  let left = Number(count);
  const reach = (reached: string) => {
    if (reached === point && --left <= 0) process.kill(process.pid, 'SIGKILL');
  };
  const store = await openIn(dataDir, { reach });
  const client = async (id: string) => {
    const start = (await store.documents.load('test.thing', id))?.version ?? 0;
    for (let version = start; ; version++) {
      const message = messageOf(`${id}:${version + 1}:1`, { key: id, sequence: version + 1 });
      await store.documents.commit(commitOf(id, version, { messages: [message] }));
      process.stdout.write(`${id} ${version + 1}\n`);
      if (version % 3 !== 0) continue;
      await store.journal.append('test', [{ ...message, source: { collection: 'test.thing', id } }], '2026-09-01T08:00:00.000Z');
      await store.documents.acknowledge({ collection: 'test.thing', id }, [message.id]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, n) => client(`doc-${n}`)));
}

void hammer(process.argv[2]!, process.argv[3]);
