import { remembering, rememberingEach, rememberingLast } from './remembering';

describe('a remembering function', () => {
  it('makes what follows from a key once, and again only after so many others that it was let go', () => {
    const asked: string[] = [];
    const lengthOf = remembering(2, (key) => {
      asked.push(key);
      return { length: key.length };
    });
    const first = lengthOf('abc');
    expect(lengthOf('abc')).toBe(first);
    expect(first).toEqual({ length: 3 });
    lengthOf('de');
    lengthOf('f');
    expect(lengthOf('abc')).toEqual(first);
    expect(asked).toEqual(['abc', 'de', 'f', 'abc']);
  });

  it('makes what follows from an object once for each, whatever it looks like', () => {
    const [one, other] = [{ n: 1 }, { n: 1 }];
    const made = rememberingEach(({ n }: { n: number }) => ({ twice: 2 * n }));
    expect(made(one)).toBe(made(one));
    expect(made(other)).toEqual(made(one));
    expect(made(other)).not.toBe(made(one));
  });

  it('of the last key alone makes it again after any other, and takes undefined for an answer', () => {
    const asked: number[] = [];
    const nothing = rememberingLast((key: number): undefined => void asked.push(key));
    for (const key of [1, 1, 2, 2, 1]) expect(nothing(key)).toBeUndefined();
    expect(asked).toEqual([1, 2, 1]);
  });
});
