import { hashOf } from '@salvatempo/messaging';
import type { DataFileInspection, InspectedEvent } from '@salvatempo/store';
import { checkChains } from './chain-check';

const REF = { collection: 'test.thing', id: 'a' };

/** A chain of events as the product makes it. */
function chainOf(length: number): InspectedEvent[] {
  let hash = '';
  return Array.from({ length }, (_, n) => {
    const body = JSON.stringify({ sequence: n + 1, ...(hash === '' ? {} : { previoushash: hash }), n });
    hash = hashOf(body);
    return { sequence: n + 1, body };
  });
}

interface Data {
  readonly journal: readonly InspectedEvent[];
  readonly outbox?: readonly InspectedEvent[];
  readonly sequence?: number;
  readonly strangers?: number;
}

/** What is wrong with one document whose last event is the fifth of a whole chain. */
function findingsOf({ journal, outbox = [], sequence = 5, strangers = 0 }: Data): readonly string[] {
  const head = { sequence, hash: hashOf(chainOf(5).at(-1)!.body) };
  const data = {
    documents: () => [{ ...REF, version: 3, head }],
    journaled: () => journal,
    waiting: () => outbox,
    journaledEvents: () => journal.length + strangers,
  };
  return checkChains(data as unknown as DataFileInspection).findings;
}

describe('the chain of a document', () => {
  const whole = chainOf(5);
  const changed = whole.map((event, n) => (n === 2 ? { ...event, body: event.body.replace('"n":2', '"n":7') } : event));

  it('may lie in journal and outbox, and in both for a while', () => {
    expect(findingsOf({ journal: whole })).toEqual([]);
    expect(findingsOf({ journal: whole.slice(0, 3), outbox: whole.slice(2) })).toEqual([]);
    expect(findingsOf({ journal: [], outbox: whole })).toEqual([]);
  });

  it.each<[string, Data, RegExp]>([
    ['an event is lost', { journal: [...whole.slice(0, 2), ...whole.slice(3)] }, /event 4 follows 2/],
    ['the last is lost', { journal: whole.slice(0, 4) }, /not where its 4 events end/],
    ['the first is lost', { journal: whole.slice(1) }, /event 2 follows 0/],
    ['one is there twice', { journal: [...whole.slice(0, 3), ...whole.slice(2)] }, /event 3 follows 3/],
    ['one is changed', { journal: changed }, /event 4 doesn't carry the hash/],
    ['the last is changed', { journal: [...whole.slice(0, 4), { ...whole[4]!, body: `${whole[4]!.body} ` }] }, /not where its 5 events end/],
    ['there is one too many', { journal: chainOf(6) }, /not where its 6 events end/],
    ['outbox and journal differ', { journal: whole, outbox: [changed[2]!] }, /differs between outbox and journal/],
    ['the document forgot one', { journal: whole, sequence: 4 }, /not where its 5 events end/],
    ['an event is nobody\'s', { journal: whole, strangers: 1 }, /1 events in the journal belong to no document/],
  ])('is broken where %s', (_what, data, finding) => {
    expect(findingsOf(data).join()).toMatch(finding);
  });
});
