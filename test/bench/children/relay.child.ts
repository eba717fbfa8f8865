import 'reflect-metadata';
import { derivedId } from '@salvatempo/kernel';
import { Engine } from '@salvatempo/messaging';
import type { PlatformPorts } from '@salvatempo/runtime';
import type { JournalEntry } from '@salvatempo/store';
import type { Servers } from '../../distributed/world/held-infra';
import { openServerPorts } from '../product/bench-ports';
import { Profile, type HotFunction } from '../product/profile';
import { answer } from './remote';

export interface DrainSpec {
  readonly topic: string;
  /** Messages that wait in the journal, and their text. */
  readonly count: number;
  readonly text: string;
}

const TOGETHER = 500;

let ports: PlatformPorts;
let appended = 0;
const profile = new Profile();

const entryOf = (number: number, { topic, text }: DrainSpec): JournalEntry => {
  const id = derivedId('acc', 'relay', String(number));
  return { id: `${id}:1:1`, topic, key: id, causationId: id, body: text, source: { collection: 'relay.document', id } };
};

answer({
  async start(servers: Servers): Promise<void> {
    ports = await openServerPorts(servers, 'relay');
  },
  /** Messages a second from a full journal to the log, each marked as published; the outboxes are empty. */
  async drain(spec: DrainSpec): Promise<number> {
    const { store, ambient } = ports;
    for (let made = 0; made < spec.count; made += TOGETHER) {
      const entries = Array.from({ length: TOGETHER }, () => entryOf(++appended, spec));
      await store.journal.append('relay', entries, ambient.clock.now());
    }
    const engine = new Engine(ports);
    const startMs = performance.now();
    engine.start();
    await engine.flush();
    const rate = (spec.count * 1_000) / (performance.now() - startMs);
    await engine.stop();
    if ((await store.journal.backlog()).count > 0) throw new Error('the relay left something');
    return rate;
  },
  startProfile: () => profile.start(),
  stopProfile: (): Promise<readonly HotFunction[]> => profile.stop(),
});
