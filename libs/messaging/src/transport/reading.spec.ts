import { firmDebtAdded } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { rememberMade } from '../aggregates/made-texts';
import { Readings } from './reading';

const billId = derivedId('bil', 'one');
const data = { billId, firmId: derivedId('com', 'firm'), purchaseId: derivedId('pur', 'purchase'), amountCents: 1, owesCents: 1 };
const event = (over: object = {}): string =>
  JSON.stringify({
    specversion: '1.0', id: `${billId}:1:1`, source: '/salvatempo/benefits', type: firmDebtAdded.type, subject: billId, time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json',
    partitionkey: billId, sequence: 1, correlationid: 'c', causationid: 'c', tenantid: 'territory', data, ...over,
  });
const mine = new Set([firmDebtAdded.type]);
const others = new Set(['vouchers.voucher-issued.v1']);

describe('a text that many groups are given', () => {
  let readings: Readings;
  beforeEach(() => (readings = new Readings()));

  it('is read once for all of them, and none can change it for another', () => {
    const [one, two] = [readings.of(event(), mine), readings.of(event(), new Set([...mine, ...others]))];
    expect(one).toMatchObject({ kind: 'message', envelope: { subject: billId, data } });
    expect(two).toBe(one);
    expect(() => Object.assign((one as { envelope: object }).envelope, { subject: 'x' })).toThrow(TypeError);
  });

  it('is foreign to a group that has no use for it, even where another finds it wrong', () => {
    const wrong = event({ data: {} });
    expect(readings.of(wrong, others)).toEqual({ kind: 'foreign' });
    expect(readings.of(wrong, mine)).toMatchObject({ kind: 'poison' });
    expect(readings.of(wrong, others)).toEqual({ kind: 'foreign' });
  });

  it('is foreign to a group that takes its type, but only about others', () => {
    const about = (...prefixes: string[]) => new Map([[firmDebtAdded.type, new Set(prefixes)]]);
    expect(readings.of(event(), mine, about('acc', 'bil'))).toMatchObject({ kind: 'message' });
    expect(readings.of(event(), mine, about('acc'))).toEqual({ kind: 'foreign' });
    expect(readings.of(event(), mine, new Map())).toMatchObject({ kind: 'message' });
    expect(readings.of(event({ subject: 7 }), mine, about('acc'))).toMatchObject({ kind: 'poison' });
  });

  it.each([['not JSON', '{'], ['not a CloudEvent', 'null'], ['not a CloudEvent', '{"type":1}'], ['too large', 'x'.repeat(262_145)]])('is poison to everybody if it is %s', (why, text) => {
    for (const handled of [mine, others]) expect(readings.of(text, handled)).toEqual({ kind: 'poison', why });
  });

  it('of another version of a handled type is poison, not foreign', () => {
    expect(readings.of(event({ type: firmDebtAdded.type.replace('.v1', '.v9') }), mine)).toMatchObject({ kind: 'poison' });
  });

  it('that was made by this process isn’t held against its contract again, and one that differs by a character is', () => {
    const made = event({ data: { ...data, amountCents: 'none' } });
    rememberMade(`${billId}:1:1`, made);
    const read = readings.of(made, mine);
    expect(read).toMatchObject({ kind: 'message', envelope: { subject: billId } });
    expect(() => Object.assign((read as { envelope: object }).envelope, { subject: 'x' })).toThrow(TypeError);
    // Of what was said once other readers know nothing.
    expect(new Readings().of(made, mine)).toMatchObject({ kind: 'poison' });
    rememberMade(`${billId}:1:1`, made);
    expect(readings.of(event({ data: { ...data, amountCents: 'some' } }), mine)).toMatchObject({ kind: 'poison' });
  });

  it('is forgotten after many others, and then read again as before', () => {
    const first = readings.of(event(), mine);
    for (let n = 0; n < 5_000; n++) readings.of(event({ id: `${billId}:${n}:9` }), mine);
    const again = readings.of(event(), mine);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
