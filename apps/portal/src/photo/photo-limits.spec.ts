/// <reference types="jest" />
import { PHOTO_LIMITS, shownSize } from './photo-limits';

describe('the size that a photo is shown in', () => {
  it.each([
    ['a small one, as it is', 480, 640, { width: 480, height: 640 }],
    ['a phone’s, smaller', 4_032, 3_024, { width: 2_560, height: 1_920 }],
    ['one that is all but a line', 40_000, 2, { width: 2_560, height: 1 }],
    ['as many pixels as are decoded', 10_000, 5_000, { width: 2_560, height: 1_280 }],
    ['more than that', 10_000, 5_001, undefined],
    ['nothing', 0, 640, undefined],
  ])('%s', (_, width, height, size) => expect(shownSize(width, height)).toEqual(size));

  it('is never above the limit of either side', () => {
    for (let width = 1; width < 20_000; width += 97) {
      const size = shownSize(width, 1_000)!;
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(PHOTO_LIMITS.shown);
    }
  });
});
