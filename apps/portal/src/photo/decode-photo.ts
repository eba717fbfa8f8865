import programAddress from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { PHOTO_LIMITS, type PhotoFault } from './photo-limits';
import type { PhotoResult, PhotoTask } from './photo.worker';

/** A photo that can't be shown, and why. */
export class PhotoError extends Error {
  constructor(readonly fault: PhotoFault) {
    super(`the photo isn't shown: ${fault}`);
  }
}

const bytesAt = async (address: string, signal: AbortSignal): Promise<ArrayBuffer> => {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new PhotoError('broken');
  return answer.arrayBuffer();
};

/** One at a time, however many a page shows: each may take hundreds of megabytes while it is decoded. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Decodes the HEIC photo at an address in a worker of its own, which ends with it. Nothing of the decoder is loaded before.
 * Throws PhotoError; an AbortError when `signal` says that nobody waits any more.
 */
export function decodePhoto(address: string, signal: AbortSignal): Promise<ImageBitmap> {
  const decoding = before.then(() => decodeNow(address, signal));
  before = decoding.catch(() => undefined);
  return decoding;
}

async function decodeNow(address: string, signal: AbortSignal): Promise<ImageBitmap> {
  const [program, photo] = await Promise.all([bytesAt(programAddress, signal), bytesAt(address, signal)]);
  if (photo.byteLength > PHOTO_LIMITS.bytes) throw new PhotoError('tooLarge');
  signal.throwIfAborted();
  const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<ImageBitmap>((resolve, reject) => {
      const fails = (fault: PhotoFault): void => reject(new PhotoError(fault));
      timer = setTimeout(() => fails('tooSlow'), PHOTO_LIMITS.time);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.onmessage = ({ data }: MessageEvent<PhotoResult>) => ('bitmap' in data ? resolve(data.bitmap) : fails(data.fault));
      worker.onerror = (event) => {
        event.preventDefault();
        fails('broken');
      };
      worker.postMessage({ program, photo } satisfies PhotoTask, [program, photo]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
