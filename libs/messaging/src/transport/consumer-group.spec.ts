import { MAX_MESSAGE_BYTES, StoreUnavailableError } from '@salvatempo/store';
import type { Delivery } from '../log/event-log';
import { MAX_FAILURES } from './consumer-group';
import { UnhandleableMessageError } from './failures';
import { envelope, GROUP, GroupOnTrial, KEY, OTHER, TOPIC } from './group-on-trial.fixture';

let trial: GroupOnTrial;

beforeEach(() => void (trial = new GroupOnTrial()));

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
    const consumer = trial.group();
    expect(await consumer.handle(trial.delivery(value))).toEqual(DONE);
    expect(await consumer.handle(trial.message('next'))).toEqual(DONE);
    expect(trial.deadLetters().map((letter) => letter.value)).toEqual([value]);
    expect(trial.handled).toEqual(['next']);
    expect(await trial.parked()).toEqual([]);
  });

  it('is also what its handler says so of', async () => {
    trial.failing = ({ id }) => (id === 'bad' ? new UnhandleableMessageError('a reply to no request') : undefined);
    const consumer = trial.group();
    for (const id of ['bad', 'next']) await consumer.handle(trial.message(id));
    expect(trial.deadLetters()).toMatchObject([{ why: 'a reply to no request', key: KEY }]);
    expect(trial.handled).toEqual(['next']);
  });

  it('never shows its text in a report', async () => {
    await trial.group().handle(trial.delivery('{"codice":"RSSMRA80A01F205X"'));
    expect(JSON.stringify(trial.reports)).not.toContain('RSSMRA80A01F205X');
  });

  it('is not what belongs to others: that is passed over', async () => {
    expect(await trial.group().handle(trial.delivery(JSON.stringify({ ...envelope('x'), type: 'vouchers.voucher-issued.v1' })))).toEqual(DONE);
    expect([trial.handled, trial.deadLetters()]).toEqual([[], []]);
  });
});

describe('a handler that fails', () => {
  it(`${MAX_FAILURES} times sends the message to the dead letters and parks its key, while other keys go on`, async () => {
    let tries = 0;
    trial.failing = ({ id }) => (id === 'bad' ? (tries++, new TypeError('a defect')) : undefined);
    const consumer = trial.group();
    for (const id of ['before', 'bad', 'after-1', 'after-2']) expect(await consumer.handle(trial.message(id))).toEqual(DONE);
    await consumer.handle(trial.message('other', OTHER));
    expect(tries).toBe(MAX_FAILURES);
    expect(trial.handled).toEqual(['before', 'other']);
    expect(trial.deadLetters()).toMatchObject([{ why: 'TypeError: a defect' }]);
    expect(await trial.parked()).toEqual(['parked bad', 'parked after-1', 'parked after-2']);
  });

  it('is remembered after a restart, and its key is handled in order once it is replayed', async () => {
    trial.failing = ({ id }) => (id === 'bad' ? new TypeError('a defect') : undefined);
    for (const id of ['bad', 'after-1']) await trial.group().handle(trial.message(id));
    await trial.group().handle(trial.message('after-2'));
    expect(trial.handled).toEqual([]);
    trial.failing = () => undefined;
    const mended = trial.group();
    expect(await mended.replay(TOPIC, KEY)).toBe(3);
    await mended.handle(trial.message('after-3'));
    expect(trial.handled).toEqual(['bad', 'after-1', 'after-2', 'after-3']);
    expect(await trial.parked()).toEqual([]);
  });

  it('counts its failures over restarts', async () => {
    let tries = 0;
    trial.failing = () => (tries++, new TypeError('a defect'));
    const bad = trial.message('bad');
    for (let n = 0; n < 4; n++) await trial.store.parking.countFailure(GROUP, `${TOPIC}:0:${bad.offset}`);
    await trial.group().handle(bad);
    expect(tries).toBe(1);
    expect(trial.deadLetters()).toHaveLength(1);
  });

  it('fewer times is forgiven', async () => {
    let tries = 0;
    trial.failing = () => (++tries < MAX_FAILURES ? new TypeError('a defect') : undefined);
    await trial.group().handle(trial.message('shaky'));
    expect([trial.handled, trial.deadLetters(), await trial.parked()]).toEqual([['shaky'], [], []]);
  });
});

describe('trouble of store or log', () => {
  it('never counts as a failure of the message: it waits', async () => {
    trial.failing = () => new StoreUnavailableError('away');
    const consumer = trial.group();
    const same = trial.message('same');
    for (let n = 0; n < 10; n++) expect(await consumer.handle(same)).toMatchObject({ kind: 'retry' });
    trial.failing = () => undefined;
    expect(await consumer.handle(same)).toEqual(DONE);
    expect([trial.handled, trial.deadLetters(), await trial.parked()]).toEqual([['same'], [], []]);
  });

  it('while a letter is posted or a key is parked only waits too', async () => {
    trial.broker.down = true;
    const consumer = trial.group();
    const bad = trial.delivery('no JSON');
    expect(await consumer.handle(bad)).toMatchObject({ kind: 'retry' });
    trial.broker.down = false;
    expect(await consumer.handle(bad)).toEqual(DONE);
    trial.failing = ({ id }) => (id === 'bad' ? new TypeError('a defect') : undefined);
    trial.faults.demand('parking.park', 'unavailable-before');
    const failed = trial.message('bad');
    expect(await consumer.handle(failed)).toMatchObject({ kind: 'retry' });
    expect(await consumer.handle(failed)).toEqual(DONE);
    expect(await trial.parked()).toEqual(['parked bad']);
  });
});

describe('a dead letter', () => {
  const bad = (): Delivery => trial.delivery(JSON.stringify({ ...envelope('bad'), type: 'benefits.firm-debt-added.v2' }));

  it('is listed with why and with its message', async () => {
    const consumer = trial.group();
    const given = bad();
    await consumer.handle(given);
    expect(await consumer.deadLetters(10)).toEqual([{ partition: expect.any(Number), offset: 0, why: expect.stringContaining('unknown version'), message: given }]);
  });

  it('is handled when it is mended, and not as it is', async () => {
    const consumer = trial.group();
    await consumer.handle(bad());
    const [letter] = await consumer.deadLetters(10);
    const { partition, offset: at } = letter!;
    expect(await consumer.replayLetter(partition, at)).toBe('refused');
    expect(await consumer.replayLetter(partition, at, JSON.stringify(envelope('mended')))).toBe('handled');
    expect(await consumer.replayLetter(partition, at + 1)).toBe('no-such-letter');
    expect(trial.handled).toEqual(['mended']);
    expect(await consumer.deadLetters(10)).toHaveLength(1);
  });

  it('that its handler refuses again stays a letter and sets nothing aside', async () => {
    const consumer = trial.group();
    await consumer.handle(bad());
    trial.failing = () => new Error('still broken');
    const [letter] = await consumer.deadLetters(10);
    expect(await consumer.replayLetter(letter!.partition, letter!.offset, JSON.stringify(envelope('x')))).toBe('refused');
    expect(await trial.parked()).toEqual([]);
  });

  it('hides no trouble of the store', async () => {
    const consumer = trial.group();
    await consumer.handle(bad());
    trial.failing = () => new StoreUnavailableError('gone');
    const [letter] = await consumer.deadLetters(10);
    await expect(consumer.replayLetter(letter!.partition, letter!.offset, JSON.stringify(envelope('x')))).rejects.toThrow(StoreUnavailableError);
  });
});

describe('a group whose partitions were given anew', () => {
  it('looks again at what is set aside, since another process may have done so', async () => {
    const consumer = trial.group();
    await consumer.handle(trial.message('first'));
    await trial.store.parking.park({ group: GROUP, topic: TOPIC, key: KEY, delivery: `${TOPIC}:0:90`, value: JSON.stringify(envelope('elsewhere')), reason: 'parked' });
    await consumer.reassigned();
    await consumer.handle(trial.message('second'));
    expect(trial.handled).toEqual(['first']);
    expect(await trial.parked()).toEqual(['parked elsewhere', 'parked second']);
  });
});
