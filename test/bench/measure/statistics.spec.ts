import { durableLimit, median, medianInterval, percentileOfSorted, quantile, spreadOf } from './statistics';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('statistics of a bench', () => {
  it('finds the median, between two values where their number is even', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('interpolates a quantile', () => {
    expect(quantile(upTo(11), 0.1)).toBe(2);
    expect(quantile(upTo(3), 0.9)).toBeCloseTo(2.8);
  });

  it('takes the latency that the share of requests did not exceed', () => {
    expect(percentileOfSorted(upTo(200), 0.99)).toBe(198);
    expect(percentileOfSorted([7], 0.99)).toBe(7);
  });

  // From the binomial table: of 15 values the fourth and the twelfth hold the median with 96.5%, of 6 the ends with 96.9%.
  it.each([
    [15, 4, 12, 0.9648],
    [20, 6, 15, 0.9586],
    [6, 1, 6, 0.9688],
    [3, 1, 3, 0.75],
    [1, 1, 1, 0],
  ])('gives the interval of the median of %i values as the %ith and the %ith', (count, low, high, confidence) => {
    const found = medianInterval(upTo(count).reverse());
    expect(found).toMatchObject({ low, high });
    expect(found.confidence).toBeCloseTo(confidence, 3);
  });

  it('sees a probe that spreads over the blocks', () => {
    expect(spreadOf([10, 10, 10])).toBe(1);
    expect(spreadOf([10, 20, 50])).toBeGreaterThan(2.5);
    expect(spreadOf([10, 11, 24])).toBeLessThan(2.5);
  });

  it('limits a durable operation by HTTP and write one after the other, and by its syncs', () => {
    expect(durableLimit(10_000, 10_000, 1_000, 64)).toBe(5_000);
    expect(durableLimit(10_000, 10_000, 50, 64)).toBe(3_200);
  });
});
