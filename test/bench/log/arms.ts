import type { BatchesSpec, PacedSpec } from '../children/raw-log.child';
import type { Remote } from '../children/remote';
import type { Registered, RegisteringSpec } from '../load/registering';
import type { Arm, Times, Worked } from '../measure/arm';
import { percentileOfSorted } from '../measure/statistics';
import { TERRITORY } from '../product/bench-ports';
import { holdCommand } from './commands';
import { ACCOUNT_COLLECTION, RAW_TOPIC, type LogStage } from './stage';

/** Of the open loops, a second. */
const RATE = 200;
const CONNECTIONS = 64;
/** Messages of one turn. Nothing else bounds these: the rate counts from the first to the last. */
const RAW_MESSAGES = 20_000;
const ENTRIES = 5_000;
const COMMANDS = 1_000;
/** As many as the relay publishes at once. */
const TOGETHER = 500;
const FIRM_ROWS = 'programmes.firms';

/** How long something took to be seen elsewhere. */
function delays(fromMs: readonly number[], seenMs: readonly number[], { ms }: Times): Worked {
  const sorted = Float64Array.from(seenMs, (at, i) => Math.max(0, at - fromMs[i]!)).sort();
  return { rate: (sorted.length * 1_000) / ms, answered: sorted.length, p50Ms: percentileOfSorted(sorted, 0.5), p99Ms: percentileOfSorted(sorted, 0.99) };
}

/** What goes over the event log: how soon it is seen, how fast it is taken, how fast it is brought there. */
export function logArms(stage: LogStage): readonly Arm[] {
  const { companies, programmes, benefits, embedded, relay, sender, receiver, client } = stage;
  const text = holdCommand(0).value;

  const registering = async (port: number, seer: Remote, times: Times): Promise<Worked> => {
    const first = stage.nextFirms(Math.ceil((RATE * (times.warmMs + times.ms)) / 1_000) + RATE);
    const spec: RegisteringSpec = { port, clients: CONNECTIONS, rate: RATE, token: stage.token, first, ...times };
    const registered = await client.call<readonly Registered[]>('register', spec);
    const rows = { model: FIRM_ROWS, ids: registered.map(({ firmId }) => firmId) };
    return delays(registered.map(({ atMs }) => atMs), await seer.call<readonly number[]>('rowsAt', rows), times);
  };

  const paced = async (times: Times): Promise<Worked> => {
    const count = Math.floor((RATE * (times.warmMs + times.ms)) / 1_000);
    const warm = Math.floor((RATE * times.warmMs) / 1_000);
    const first = stage.nextNumbers(count);
    const spec: PacedSpec = { topic: RAW_TOPIC, text, rate: RATE, first, ...times };
    const sent = await sender.call<readonly number[]>('paced', spec);
    const seen = await receiver.call<readonly number[]>('seenAt', sent.map((_, i) => String(first + i)));
    return delays(sent.slice(warm), seen.slice(warm), times);
  };

  const batches = (topic: string, count: number): Promise<number> => {
    const spec: BatchesSpec = { topic, first: stage.nextNumbers(count), count, together: TOGETHER };
    return sender.call<number>('batches', spec);
  };

  const consumed = async (): Promise<Worked> => {
    await receiver.call('hold');
    await batches(RAW_TOPIC, RAW_MESSAGES);
    return { rate: await receiver.call<number>('consume', RAW_MESSAGES), answered: RAW_MESSAGES };
  };

  const decided = async (): Promise<Worked> => {
    const after = await benefits.call<number>('commitCount', ACCOUNT_COLLECTION);
    await batches(`${TERRITORY}.benefits.commands`, COMMANDS);
    stage.commands += COMMANDS;
    const [firstMs, lastMs] = await benefits.call<readonly [number, number]>('commitsAt', { collection: ACCOUNT_COLLECTION, after, count: COMMANDS });
    return { rate: ((COMMANDS - 1) * 1_000) / (lastMs - firstMs), answered: COMMANDS };
  };

  const produced = async (): Promise<Worked> => ({ rate: await batches(RAW_TOPIC, RAW_MESSAGES), answered: RAW_MESSAGES });

  const drained = async (): Promise<Worked> => ({ rate: await relay.call<number>('drain', { topic: 'benefits.events', count: ENTRIES, text }), answered: ENTRIES });

  const probe = (id: string, says: string, pids: readonly number[], work: Arm['work']): Arm => ({ id, says, isProbe: true, pids: () => pids, work });
  const measured = (id: string, says: string, of: readonly Remote[], work: Arm['work'], settled: readonly Remote[] = []): Arm => ({
    id,
    says,
    isProbe: false,
    pids: () => of.map(({ pid }) => pid),
    work,
    profiled: of[0]!,
    settle: async () => void (await Promise.all(settled.map((remote) => remote.call('settle')))),
  });
  return [
    probe('L3.seen', 'raw kafkajs, sent until received', [sender.pid, receiver.pid], paced),
    probe('L3.consume', 'raw kafkajs, a consumer that does nothing', [receiver.pid], consumed),
    probe('L3.produce', 'raw kafkajs, in batches', [sender.pid], produced),
    measured('P7', '201 until visible in another service', [companies, programmes, client], (times) => registering(stage.companiesPort, programmes, times), [companies, programmes]),
    measured('P7.embedded', 'the same in one process', [embedded, client], (times) => registering(stage.embeddedPort, embedded, times), [embedded]),
    measured('P8', 'a consumer with its effect exactly once', [benefits], decided, [benefits]),
    measured('P8.relay', 'journal to log', [relay], drained),
  ];
}
