import { SeededRandomness } from './seeded-randomness';

describe('seeded randomness', () => {
  it('repeats itself for the same seed', () => {
    const draw = (seed: string) => {
      const randomness = new SeededRandomness(seed);
      return [randomness.fraction(), Buffer.from(randomness.bytes(8)).toString('hex'), randomness.below(1_000)];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('forks streams that do not depend on what was drawn before', () => {
    const drawn = new SeededRandomness('a');
    for (let n = 0; n < 100; n++) drawn.fraction();
    expect(drawn.fork('users').fraction()).toBe(new SeededRandomness('a').fork('users').fraction());
    expect(drawn.fork('users').fraction()).not.toBe(drawn.fork('disk').fraction());
  });

  it('is even: ten equal boxes get a tenth each', () => {
    const randomness = new SeededRandomness('even');
    const boxes = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 100_000; n++) boxes[randomness.below(10)]! += 1;
    for (const count of boxes) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('picks by weight', () => {
    const randomness = new SeededRandomness('weights');
    const picked = Array.from({ length: 4_000 }, () => randomness.weighted({ often: 3, seldom: 1, never: 0 }));
    expect(picked.filter((name) => name === 'seldom').length / 4_000).toBeCloseTo(0.25, 1);
    expect(picked).not.toContain('never');
  });
});
