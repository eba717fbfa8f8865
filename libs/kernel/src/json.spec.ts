import fc from 'fast-check';
import { assertStorable, NotStorableError } from './json';

class Money {
  constructor(readonly cents: number) {}
}

describe('what may be stored', () => {
  it('is plain JSON, which comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/[$.]|__proto__/.test(text));
        expect(() => assertStorable(value)).not.toThrow();
        expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['undefined', { lots: [{ until: undefined }] }, 'value.lots[0].until'],
    ['a date', { at: new Date(0) }, 'value.at'],
    ['a BigInt', { cents: 1n }, 'value.cents'],
    ['NaN', [1, Number.NaN], 'value[1]'],
    ['infinity', [Infinity], 'value[0]'],
    ['a function', { run: () => 1 }, 'value.run'],
    ['a symbol', Symbol('x'), 'value'],
    ['an instance of a class', { price: new Money(1) }, 'value.price'],
    ['a map', new Map(), 'value'],
    ['an operator as a key', { filter: { $ne: '' } }, 'value.filter'],
    ['a dotted key', { 'a.b': 1 }, 'value'],
    ['a key that would be a prototype', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 'value.a'],
  ])('is not %s, and the error says where', (_what, value, path) => {
    const attempt = (): void => assertStorable(value);
    expect(attempt).toThrow(NotStorableError);
    expect(attempt).toThrow(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: `));
  });

  it('is no deeper than 32 levels, however it is nested', () => {
    const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => (depth === 0 ? 1 : wrap(nested(depth - 1, wrap)));
    for (const wrap of [(inner: unknown) => [inner], (inner: unknown) => ({ inner })]) {
      expect(() => assertStorable(nested(32, wrap))).not.toThrow();
      expect(() => assertStorable(nested(33, wrap))).toThrow('nested deeper than 32');
    }
  });
});
