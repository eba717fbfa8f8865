import type { Envelope } from '@salvatempo/contracts';
import { addMs } from '@salvatempo/kernel';
import type { Schedule } from '@salvatempo/store';
import { eventually, settled } from '@salvatempo/testing';
import { DEFERRED_FOR_MS, MAX_FAILURES } from './consumer-group';
import { NotYetKnownError } from './failures';
import { envelope, GROUP, GroupOnTrial, KEY, OTHER, TOPIC } from './group-on-trial.fixture';

let trial: GroupOnTrial;

beforeEach(() => void (trial = new GroupOnTrial()));

const DONE = { kind: 'done' };

describe('what is not known yet', () => {
  const unknown = new Set<string>();
  const notYet = ({ id }: Envelope): Error | undefined => (unknown.has(id) ? new NotYetKnownError(id) : undefined);
  beforeEach(() => {
    unknown.clear();
    trial.failing = notYet;
  });

  it('is set aside with what follows it, and handled in order once it is known', async () => {
    const consumer = trial.group();
    unknown.add('early');
    for (const id of ['early', 'second', 'third']) expect(await consumer.handle(trial.message(id))).toEqual(DONE);
    await consumer.handle(trial.message('other', OTHER));
    expect(trial.handled).toEqual(['other']);
    trial.lateTimers();
    await eventually(() => trial.timers.length > 0, 'another try to be planned');
    expect(trial.handled).toEqual(['other']);
    unknown.clear();
    trial.lateTimers();
    await eventually(() => trial.handled.length === 4, 'all to be handled');
    expect(trial.handled).toEqual(['other', 'early', 'second', 'third']);
    await consumer.handle(trial.message('fourth'));
    expect([trial.handled.at(-1), trial.deadLetters(), await trial.parked()]).toEqual(['fourth', [], []]);
  });

  it('is handled after what it follows, though that came later', async () => {
    const consumer = trial.group();
    trial.failing = ({ id, sequence }) => (trial.handled.length < sequence! - 1 ? new NotYetKnownError(id) : undefined);
    for (const [id, sequence] of [['third', 3], ['second', 2], ['first', 1], ['fourth', 4]] as const) await consumer.handle(trial.delivery(JSON.stringify({ ...envelope(id), sequence })));
    expect(trial.handled).toEqual([]);
    trial.lateTimers();
    await eventually(() => trial.handled.length === 4, 'all to be handled');
    expect([trial.handled, await trial.parked()]).toEqual([['first', 'second', 'third', 'fourth'], []]);
  });

  it('is tried again though its group was given partitions anew just when it was set aside', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let looks = 0;
    const late: Schedule = {
      perform: async (label, run) => {
        const found = await run();
        if (label === 'parking.parkedKeys' && ++looks === 1) await answered;
        return found;
      },
    };
    trial = new GroupOnTrial(late);
    trial.failing = notYet;
    const consumer = trial.group();
    unknown.add('early');
    const both = [consumer.reassigned(), consumer.handle(trial.message('early'))];
    await settled();
    answer();
    await Promise.all(both);
    unknown.clear();
    trial.lateTimers();
    await eventually(() => trial.handled.includes('early'), 'the message to be handled');
  });

  it('is tried again by the process that comes after', async () => {
    unknown.add('early');
    const first = trial.group();
    await first.handle(trial.message('early'));
    first.close();
    trial.timers = [];
    const next = trial.group();
    await next.start();
    unknown.clear();
    trial.lateTimers();
    await eventually(() => trial.handled.includes('early'), 'the message to be handled');
  });

  it('is given up at its deadline, and what follows goes on', async () => {
    const consumer = trial.group();
    unknown.add('early');
    for (const id of ['early', 'second']) await consumer.handle(trial.message(id));
    trial.clock.pass(DEFERRED_FOR_MS - 1);
    trial.lateTimers();
    await eventually(() => trial.timers.length > 0, 'another try to be planned');
    expect(trial.deadLetters()).toEqual([]);
    trial.clock.pass(1);
    trial.lateTimers();
    await eventually(() => trial.handled.includes('second'), 'the second to be handled');
    expect(trial.deadLetters()).toMatchObject([{ why: 'not yet known: early' }]);
  });

  it('keeps its deadline when it is delivered again', async () => {
    const consumer = trial.group();
    unknown.add('early');
    const early = trial.message('early');
    await consumer.handle(early);
    trial.clock.pass(DEFERRED_FOR_MS / 2);
    await consumer.handle(early);
    const [first] = await trial.store.parking.messages(GROUP, TOPIC, KEY, 1);
    expect(first?.until).toBe(addMs('2026-09-01T08:00:00.000Z', DEFERRED_FOR_MS));
  });

  it('and then fails for another reason gets its five tries, and parks what follows', async () => {
    const consumer = trial.group();
    unknown.add('early');
    for (const id of ['early', 'second']) await consumer.handle(trial.message(id));
    let tries = 0;
    trial.failing = ({ id }) => (id === 'early' ? (tries++, new TypeError('a defect')) : undefined);
    await eventually(() => (trial.lateTimers(), trial.deadLetters().length > 0), 'the message to be given up');
    await eventually(async () => (await trial.parked())[0] === 'parked early', 'the key to be parked');
    expect([tries, trial.handled]).toEqual([MAX_FAILURES, []]);
    await consumer.handle(trial.message('third'));
    trial.failing = () => undefined;
    expect(await consumer.replay(TOPIC, KEY)).toBe(3);
    expect(trial.handled).toEqual(['early', 'second', 'third']);
  });
});
