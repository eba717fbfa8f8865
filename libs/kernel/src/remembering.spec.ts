import { remembering } from './remembering';

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
});
