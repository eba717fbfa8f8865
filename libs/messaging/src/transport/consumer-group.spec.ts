import { firmDebtAdded, type Envelope } from '@salvatempo/contracts';
import { addMs, derivedId, type Ambient } from '@salvatempo/kernel';
import { DemandedFaults, MAX_MESSAGE_BYTES, SimulatedDisk, SimulatedStore, StoreUnavailableError, type Store } from '@salvatempo/store';
import { eventually, HandClock, memoryAmbient } from '@salvatempo/testing';
import type { Delivery, LogRecord } from '../log/event-log';
import { SimulatedBroker } from '../log/simulated';
import { memoryLogOf } from '../log/simulated/memory-log.fixture';
import { ConsumerGroup, DEFERRED_FOR_MS, MAX_FAILURES } from './consumer-group';
import type { GroupReport } from './group-report';
import { NotYetKnownError, UnhandleableMessageError } from './failures';

const GROUP = 'benefits.spec';
const TOPIC = firmDebtAdded.topic;
const DLQ = `${GROUP}.dlq`;
const KEY = derivedId('bil', 'one');
const OTHER = derivedId('bil', 'two');

let disk: SimulatedDisk;
let faults: DemandedFaults;
let store: Store;
let broker: SimulatedBroker;
let clock: HandClock;
let timers: (() => void)[];
let reports: GroupReport[];
let handled: string[];
let failing: (envelope: Envelope) => Error | undefined;
let offset: number;

beforeEach(() => {
  disk = new SimulatedDisk();
  faults = new DemandedFaults();
  store = new SimulatedStore(disk, undefined, faults);
  broker = new SimulatedBroker();
  clock = new HandClock();
  timers = [];
  reports = [];
  handled = [];
  failing = () => undefined;
  offset = 0;
});

function group(): ConsumerGroup {
  const ambient: Ambient = { ...memoryAmbient(clock), timers: { after: (_ms, action) => (timers.push(action), { cancel: () => undefined }) } };
  const handler = async (envelope: Envelope): Promise<void> => {
    const error = failing(envelope);
    if (error) throw error;
    handled.push(envelope.id);
  };
  return new ConsumerGroup(GROUP, new Map([[firmDebtAdded.type, handler]]), { store, log: memoryLogOf(broker), ambient, report: (report) => reports.push(report) });
}

const envelope = (id: string, key = KEY): Envelope => ({
  specversion: '1.0', id, source: '/salvatempo/benefits', type: firmDebtAdded.type, subject: key, time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json',
  partitionkey: key, sequence: 1, correlationid: 'c', causationid: 'c', tenantid: 'territory',
  data: { billId: key, firmId: derivedId('com', 'f'), purchaseId: derivedId('pur', 'p'), amountCents: 1, owesCents: 1 },
});
const delivery = (value: string, key = KEY): Delivery => ({ topic: TOPIC, key, value, partition: 0, offset: offset++ });
const message = (id: string, key = KEY): Delivery => delivery(JSON.stringify(envelope(id, key)), key);
const deadLetters = (): { why: string; value: string; key: string }[] => broker.read(DLQ, undefined, 1_000).map((record: LogRecord) => JSON.parse(record.value) as never);
const parked = async (key = KEY): Promise<string[]> => (await store.parking.messages(GROUP, TOPIC, key, 100)).map(({ value, reason }) => `${reason} ${(JSON.parse(value) as Envelope).id}`);
const lateTimers = (): void => timers.splice(0).forEach((action) => action());
const DONE = { kind: 'done' };

describe('what can never be handled', () => {
  it.each<[string, string]>([
    ['bad JSON', '{"type":'],
    ['no message at all', '[1,2]'],
    ['an unknown version', JSON.stringify({ ...envelope('x'), type: 'benefits.firm-debt-added.v2' })],
    ['a missing id', JSON.stringify({ ...envelope('x'), id: undefined })],
    ['data of another shape', JSON.stringify({ ...envelope('x'), data: { owesCents: 'many' } })],
    ['more than the limit', JSON.stringify({ ...envelope('x'), traceparent: 'x'.repeat(MAX_MESSAGE_BYTES) })],
  ])('goes to the dead letters at once and parks nothing: %s', async (_what, value) => {
    const consumer = group();
    expect(await consumer.handle(delivery(value))).toEqual(DONE);
    expect(await consumer.handle(message('next'))).toEqual(DONE);
    expect(deadLetters().map((letter) => letter.value)).toEqual([value]);
    expect(handled).toEqual(['next']);
    expect(await parked()).toEqual([]);
  });

  it('is also what its handler says so of', async () => {
    failing = ({ id }) => (id === 'bad' ? new UnhandleableMessageError('a reply to no request') : undefined);
    const consumer = group();
    for (const id of ['bad', 'next']) await consumer.handle(message(id));
    expect(deadLetters()).toMatchObject([{ why: 'a reply to no request', key: KEY }]);
    expect(handled).toEqual(['next']);
  });

  it('never shows its text in a report', async () => {
    await group().handle(delivery('{"codice":"RSSMRA80A01F205X"'));
    expect(JSON.stringify(reports)).not.toContain('RSSMRA80A01F205X');
  });

  it('is not what belongs to others: that is passed over', async () => {
    expect(await group().handle(delivery(JSON.stringify({ ...envelope('x'), type: 'vouchers.voucher-issued.v1' })))).toEqual(DONE);
    expect([handled, deadLetters()]).toEqual([[], []]);
  });
});

describe('a handler that fails', () => {
  it(`${MAX_FAILURES} times sends the message to the dead letters and parks its key, while other keys go on`, async () => {
    let tries = 0;
    failing = ({ id }) => (id === 'bad' ? (tries++, new TypeError('a defect')) : undefined);
    const consumer = group();
    for (const id of ['before', 'bad', 'after-1', 'after-2']) expect(await consumer.handle(message(id))).toEqual(DONE);
    await consumer.handle(message('other', OTHER));
    expect(tries).toBe(MAX_FAILURES);
    expect(handled).toEqual(['before', 'other']);
    expect(deadLetters()).toMatchObject([{ why: 'TypeError: a defect' }]);
    expect(await parked()).toEqual(['parked bad', 'parked after-1', 'parked after-2']);
  });

  it('is remembered after a restart, and its key is handled in order once it is replayed', async () => {
    failing = ({ id }) => (id === 'bad' ? new TypeError('a defect') : undefined);
    for (const id of ['bad', 'after-1']) await group().handle(message(id));
    await group().handle(message('after-2'));
    expect(handled).toEqual([]);
    failing = () => undefined;
    const mended = group();
    expect(await mended.replay(TOPIC, KEY)).toBe(3);
    await mended.handle(message('after-3'));
    expect(handled).toEqual(['bad', 'after-1', 'after-2', 'after-3']);
    expect(await parked()).toEqual([]);
  });

  it('counts its failures over restarts', async () => {
    let tries = 0;
    failing = () => (tries++, new TypeError('a defect'));
    const bad = message('bad');
    for (let n = 0; n < 4; n++) await store.parking.countFailure(GROUP, `${TOPIC}:0:${bad.offset}`);
    await group().handle(bad);
    expect(tries).toBe(1);
    expect(deadLetters()).toHaveLength(1);
  });

  it('fewer times is forgiven', async () => {
    let tries = 0;
    failing = () => (++tries < MAX_FAILURES ? new TypeError('a defect') : undefined);
    await group().handle(message('shaky'));
    expect([handled, deadLetters(), await parked()]).toEqual([['shaky'], [], []]);
  });
});

describe('trouble of store or log', () => {
  it('never counts as a failure of the message: it waits', async () => {
    failing = () => new StoreUnavailableError('away');
    const consumer = group();
    const same = message('same');
    for (let n = 0; n < 10; n++) expect(await consumer.handle(same)).toMatchObject({ kind: 'retry' });
    failing = () => undefined;
    expect(await consumer.handle(same)).toEqual(DONE);
    expect([handled, deadLetters(), await parked()]).toEqual([['same'], [], []]);
  });

  it('while a letter is posted or a key is parked only waits too', async () => {
    broker.down = true;
    const consumer = group();
    const bad = delivery('no JSON');
    expect(await consumer.handle(bad)).toMatchObject({ kind: 'retry' });
    broker.down = false;
    expect(await consumer.handle(bad)).toEqual(DONE);
    failing = ({ id }) => (id === 'bad' ? new TypeError('a defect') : undefined);
    faults.demand('parking.park', 'unavailable-before');
    const failed = message('bad');
    expect(await consumer.handle(failed)).toMatchObject({ kind: 'retry' });
    expect(await consumer.handle(failed)).toEqual(DONE);
    expect(await parked()).toEqual(['parked bad']);
  });
});

describe('what is not known yet', () => {
  const unknown = new Set<string>();
  beforeEach(() => {
    unknown.clear();
    failing = ({ id }) => (unknown.has(id) ? new NotYetKnownError(id) : undefined);
  });

  it('is set aside with what follows it, and handled in order once it is known', async () => {
    const consumer = group();
    unknown.add('early');
    for (const id of ['early', 'second', 'third']) expect(await consumer.handle(message(id))).toEqual(DONE);
    await consumer.handle(message('other', OTHER));
    expect(handled).toEqual(['other']);
    lateTimers();
    await eventually(() => timers.length > 0, 'another try to be planned');
    expect(handled).toEqual(['other']);
    unknown.clear();
    lateTimers();
    await eventually(() => handled.length === 4, 'all to be handled');
    expect(handled).toEqual(['other', 'early', 'second', 'third']);
    await consumer.handle(message('fourth'));
    expect([handled.at(-1), deadLetters(), await parked()]).toEqual(['fourth', [], []]);
  });

  it('is tried again by the process that comes after', async () => {
    unknown.add('early');
    const first = group();
    await first.handle(message('early'));
    first.close();
    timers = [];
    const next = group();
    await next.start();
    unknown.clear();
    lateTimers();
    await eventually(() => handled.includes('early'), 'the message to be handled');
  });

  it('is given up at its deadline, and what follows goes on', async () => {
    const consumer = group();
    unknown.add('early');
    for (const id of ['early', 'second']) await consumer.handle(message(id));
    clock.pass(DEFERRED_FOR_MS - 1);
    lateTimers();
    await eventually(() => timers.length > 0, 'another try to be planned');
    expect(deadLetters()).toEqual([]);
    clock.pass(1);
    lateTimers();
    await eventually(() => handled.includes('second'), 'the second to be handled');
    expect(deadLetters()).toMatchObject([{ why: 'not yet known: early' }]);
  });

  it('keeps its deadline when it is delivered again', async () => {
    const consumer = group();
    unknown.add('early');
    const early = message('early');
    await consumer.handle(early);
    clock.pass(DEFERRED_FOR_MS / 2);
    await consumer.handle(early);
    const [first] = await store.parking.messages(GROUP, TOPIC, KEY, 1);
    expect(first?.until).toBe(addMs('2026-09-01T08:00:00.000Z', DEFERRED_FOR_MS));
  });

  it('and then fails for another reason gets its five tries, and parks what follows', async () => {
    const consumer = group();
    unknown.add('early');
    for (const id of ['early', 'second']) await consumer.handle(message(id));
    let tries = 0;
    failing = ({ id }) => (id === 'early' ? (tries++, new TypeError('a defect')) : undefined);
    await eventually(() => (lateTimers(), deadLetters().length > 0), 'the message to be given up');
    await eventually(async () => (await parked())[0] === 'parked early', 'the key to be parked');
    expect([tries, handled]).toEqual([MAX_FAILURES, []]);
    await consumer.handle(message('third'));
    failing = () => undefined;
    expect(await consumer.replay(TOPIC, KEY)).toBe(3);
    expect(handled).toEqual(['early', 'second', 'third']);
  });
});

describe('a dead letter', () => {
  const bad = (): Delivery => delivery(JSON.stringify({ ...envelope('bad'), type: 'benefits.firm-debt-added.v2' }));

  it('is listed with why and with its message', async () => {
    const consumer = group();
    const given = bad();
    await consumer.handle(given);
    expect(await consumer.deadLetters(10)).toEqual([{ partition: expect.any(Number), offset: 0, why: expect.stringContaining('unknown version'), message: given }]);
  });

  it('is handled when it is mended, and not as it is', async () => {
    const consumer = group();
    await consumer.handle(bad());
    const [letter] = await consumer.deadLetters(10);
    const { partition, offset: at } = letter!;
    expect(await consumer.replayLetter(partition, at)).toBe('refused');
    expect(await consumer.replayLetter(partition, at, JSON.stringify(envelope('mended')))).toBe('handled');
    expect(await consumer.replayLetter(partition, at + 1)).toBe('no-such-letter');
    expect(handled).toEqual(['mended']);
    expect(await consumer.deadLetters(10)).toHaveLength(1);
  });

  it('that its handler refuses again stays a letter and sets nothing aside', async () => {
    const consumer = group();
    await consumer.handle(bad());
    failing = () => new Error('still broken');
    const [letter] = await consumer.deadLetters(10);
    expect(await consumer.replayLetter(letter!.partition, letter!.offset, JSON.stringify(envelope('x')))).toBe('refused');
    expect(await parked()).toEqual([]);
  });

  it('hides no trouble of the store', async () => {
    const consumer = group();
    await consumer.handle(bad());
    failing = () => new StoreUnavailableError('gone');
    const [letter] = await consumer.deadLetters(10);
    await expect(consumer.replayLetter(letter!.partition, letter!.offset, JSON.stringify(envelope('x')))).rejects.toThrow(StoreUnavailableError);
  });
});

describe('a group whose partitions were given anew', () => {
  it('looks again at what is set aside, since another process may have done so', async () => {
    const consumer = group();
    await consumer.handle(message('first'));
    await store.parking.park({ group: GROUP, topic: TOPIC, key: KEY, delivery: `${TOPIC}:0:90`, value: JSON.stringify(envelope('elsewhere')), reason: 'parked' });
    await consumer.reassigned();
    await consumer.handle(message('second'));
    expect(handled).toEqual(['first']);
    expect(await parked()).toEqual(['parked elsewhere', 'parked second']);
  });
});
