import libheif from 'libheif-js/libheif-wasm/libheif.js';
import { shownSize, type PhotoFault } from './photo-limits';

/** What the worker is given: the decoder's program and a photo's bytes. It fetches nothing itself, and its policy lets it fetch nothing. */
export interface PhotoTask {
  readonly program: ArrayBuffer;
  readonly photo: ArrayBuffer;
}
export type PhotoResult = { readonly bitmap: ImageBitmap } | { readonly fault: PhotoFault };

/** What libheif answers for a decoded picture; `code` where it couldn't. */
interface Decoded {
  readonly code?: unknown;
  readonly channels?: readonly { readonly id: unknown; readonly width: number; readonly height: number; readonly stride: number; readonly data: Uint8Array }[];
}

const BYTES_A_PIXEL = 4;
const silent = (): void => undefined;

/** Decodes the main picture of a HEIC file, turned as it was taken, and makes it small enough to show. */
async function decoded({ program, photo }: PhotoTask): Promise<PhotoResult> {
  const heif = libheif({ wasmBinary: program, print: silent, printErr: silent });
  const context = heif.heif_context_alloc()!;
  // Declared to take a string; embind takes bytes as well, and they stay what they are.
  const read = heif.heif_context_read_from_memory(context, new Uint8Array(photo) as never);
  if (read.code !== heif.heif_error_code.heif_error_Ok) return { fault: 'broken' };
  const picture = heif.heif_js_context_get_primary_image_handle(context);
  if (!picture || picture.code) return { fault: 'broken' };
  // The file says its size before anything of it is decoded.
  const size = shownSize(heif.heif_image_handle_get_width(picture), heif.heif_image_handle_get_height(picture));
  if (!size) return { fault: 'tooLarge' };
  const { code, channels } = heif.heif_js_decode_image2(picture, heif.heif_colorspace.heif_colorspace_RGB, heif.heif_chroma.heif_chroma_interleaved_RGBA) as Decoded;
  const pixels = channels?.find(({ id }) => id === heif.heif_channel.heif_channel_interleaved);
  if (code || !pixels) return { fault: 'broken' };
  const image = new ImageData(rowsOf(pixels), pixels.width, pixels.height);
  return { bitmap: await createImageBitmap(image, { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: 'high' }) };
}

/** The pixels alone: libheif may fill each row up to a rounder length. */
function rowsOf({ width, height, stride, data }: NonNullable<Decoded['channels']>[number]): Uint8ClampedArray<ArrayBuffer> {
  const row = width * BYTES_A_PIXEL;
  const rows = new Uint8ClampedArray(row * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * stride, y * stride + row), y * row);
  return rows;
}

self.onmessage = ({ data }: MessageEvent<PhotoTask>): void => {
  void decoded(data)
    .catch((): PhotoResult => ({ fault: 'broken' }))
    .then((result) => self.postMessage(result, { transfer: 'bitmap' in result ? [result.bitmap] : [] }));
};
