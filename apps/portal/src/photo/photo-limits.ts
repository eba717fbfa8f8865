/** What a photo may be for a page to decode it; beyond that it is only downloaded. */
export const PHOTO_LIMITS = {
  /** As large as a file that is taken in. */
  bytes: 10 * 1024 * 1024,
  /** 50 megapixels: the largest of a common phone, and 200 MB once decoded. */
  pixels: 50_000_000,
  /** Milliseconds; a phone's processor takes ten times a desk's. */
  time: 30_000,
  /** The longer side of what is shown, in pixels: small print stays legible, and a page holds 26 MB at most. */
  shown: 2_560,
} as const;

/** Why a photo isn't shown. */
export type PhotoFault = 'broken' | 'tooLarge' | 'tooSlow';

/** Width and height to show a photo in, no larger than it is; undefined where there are more pixels than are decoded, or none. */
export function shownSize(width: number, height: number): { readonly width: number; readonly height: number } | undefined {
  if (width < 1 || height < 1 || width * height > PHOTO_LIMITS.pixels) return undefined;
  const scale = Math.min(1, PHOTO_LIMITS.shown / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
