import { createHash } from 'node:crypto';
import { BLOB_CHUNK_BYTES, BlobDamagedError, BlobExistsError, DocumentTooLargeError, MAX_BLOB_BYTES } from '@salvatempo/store';
import type { PlaceFixture } from './store-place';

/** Bytes that follow from a name, so that a failure can be repeated. */
function bytesOf(name: string, length: number): Uint8Array {
  const block = createHash('sha512').update(name).digest();
  return Uint8Array.from({ length }, (_, n) => block[n % block.length]! ^ (n >> 8));
}

/** Files. */
export function blobCases(fixture: PlaceFixture): void {
  const blobs = () => fixture.store.blobs;
  const three = bytesOf('three', 2 * BLOB_CHUNK_BYTES + 7);

  it.each([0, 1, BLOB_CHUNK_BYTES, BLOB_CHUNK_BYTES + 1, 3 * BLOB_CHUNK_BYTES])('gives back a file of %i bytes', async (length) => {
    const bytes = bytesOf('file', length);
    await blobs().put('f', bytes);
    await fixture.reopen();
    expect(Buffer.compare((await blobs().get('f'))!, bytes)).toBe(0);
  });

  it('refuses another file of the same name, and takes the same one again', async () => {
    await blobs().put('f', three);
    await blobs().put('f', three);
    await expect(blobs().put('f', three.subarray(1))).rejects.toThrow(BlobExistsError);
    await expect(blobs().put('f', new Uint8Array())).rejects.toThrow(BlobExistsError);
    expect(Buffer.compare((await blobs().get('f'))!, three)).toBe(0);
  });

  it('keeps one of two that come at once', async () => {
    const results = await Promise.allSettled([blobs().put('f', three), blobs().put('f', bytesOf('other', 9))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await blobs().get('f'))!.length).toBe(results[0]!.status === 'fulfilled' ? three.length : 9);
  });

  it('removes a file, whether it is there or not', async () => {
    await blobs().put('f', three);
    await blobs().remove('f');
    await blobs().remove('f');
    expect(await blobs().get('f')).toBeUndefined();
    await blobs().put('f', bytesOf('other', 3));
    expect((await blobs().get('f'))!.length).toBe(3);
  });

  it('refuses a file above the limit', async () => {
    await expect(blobs().put('f', new Uint8Array(MAX_BLOB_BYTES + 1))).rejects.toThrow(DocumentTooLargeError);
    expect(await blobs().get('f')).toBeUndefined();
  });

  it.each([0, 1, 2])('notices a changed byte in chunk %i', async (chunk) => {
    const { damage } = fixture.place;
    if (!damage) return;
    await blobs().put('f', three);
    await blobs().put('other', bytesOf('other', 100));
    await fixture.reopen(() => damage('f', chunk));
    await expect(blobs().get('f')).rejects.toThrow(BlobDamagedError);
    expect((await blobs().get('other'))!.length).toBe(100);
  });
}
