import { NotStorableError } from '@salvatempo/kernel';
import { DocumentTooLargeError, MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES } from '@salvatempo/store';
import { commitOf, messageOf, COLLECTION } from './sample-commits';
import type { PlaceFixture } from './store-place';

/** What no store keeps, so that a document never changes its meaning when it moves from one to another. */
const NOT_STORABLE: Readonly<Record<string, unknown>> = {
  undefined: { at: undefined },
  'a date': { at: new Date(0) },
  'a bigint': { cents: 1n },
  'a number that is none': { cents: Number.NaN },
  'a map': { lots: new Map() },
  'a key with $': { $set: 1 },
  'a key with a dot': { 'a.b': 1 },
  'a key of the prototype': JSON.parse('{"__proto__": {"admin": true}}'),
};

/** What is refused before anything is written. */
export function limitCases(fixture: PlaceFixture): void {
  const documents = () => fixture.store.documents;
  const nothingWritten = async () => {
    expect(await documents().load(COLLECTION, 'a')).toBeUndefined();
    expect(await documents().pendingOutboxes(10)).toEqual([]);
  };

  it.each(Object.keys(NOT_STORABLE))('refuses %s in the state and in personal data', async (what) => {
    const value = NOT_STORABLE[what] as never;
    await expect(documents().commit(commitOf('a', 0, { state: value }))).rejects.toThrow(NotStorableError);
    await expect(documents().commit(commitOf('a', 0, { personal: value }))).rejects.toThrow(NotStorableError);
    await nothingWritten();
  });

  it('refuses a message above its limit, and takes one at the limit', async () => {
    const [largest, tooLarge] = [messageOf('m1', { body: 'x'.repeat(MAX_MESSAGE_BYTES) }), 'è'.repeat(MAX_MESSAGE_BYTES / 2 + 1)];
    const refused = documents().commit(commitOf('a', 0, { messages: [largest, messageOf('m2', { body: tooLarge })] }));
    await expect(refused).rejects.toThrow(DocumentTooLargeError);
    await nothingWritten();
    expect(await documents().commit(commitOf('a', 0, { messages: [largest] }))).toBe('committed');
    expect((await documents().load(COLLECTION, 'a'))!.outbox[0]!.body).toBe(largest.body);
  });

  it('refuses a document above its limit, and takes one close to it', async () => {
    const tooLarge = documents().commit(commitOf('a', 0, { state: { text: 'x'.repeat(MAX_DOCUMENT_BYTES) } }));
    await expect(tooLarge).rejects.toThrow(DocumentTooLargeError);
    await nothingWritten();
    const text = 'x'.repeat(MAX_DOCUMENT_BYTES - 100);
    expect(await documents().commit(commitOf('a', 0, { state: { text } }))).toBe('committed');
    expect((await documents().load(COLLECTION, 'a'))!.state).toEqual({ text });
  });
}
