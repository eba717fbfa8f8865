import fc from 'fast-check';
import { DatedRules, RuleTableError, type DatedRow } from './dated-rules';

interface Row extends DatedRow<number> {
  readonly key: string;
}

const row = (key: string, validFrom: number, validTo: number | null): Row => ({ key, validFrom, validTo, norm: 'a norm', confidence: 'secondary' });
const table = (...rows: Row[]) => new DatedRules<number, Row>('a-table', rows, ({ key }) => key);

describe('a dated rule table', () => {
  it('has the row that is valid then, both ends included', () => {
    const [first, second, other] = [row('a', 2016, 2019), row('a', 2020, null), row('b', 2018, 2018)];
    const rules = table(first, second, other);
    expect([2015, 2016, 2019, 2020, 2100].map((year) => rules.at('a', year))).toEqual([undefined, first, first, second, second]);
    expect([rules.at('b', 2018), rules.at('b', 2019), rules.at('c', 2018)]).toEqual([other, undefined, undefined]);
  });

  it('isn’t loaded with two rows valid at the same time, or one that ends before it begins', () => {
    expect(() => table(row('a', 2016, 2019), row('a', 2019, 2021))).toThrow(new RuleTableError('a-table', 'a from 2019 overlaps the one from 2016'));
    expect(() => table(row('a', 2020, null), row('a', 2016, 2020))).toThrow('overlaps');
    expect(() => table(row('a', 2016, null), row('a', 2018, null))).toThrow('overlaps');
    expect(() => table(row('a', 2018, 2018), row('a', 2016, 2020))).toThrow('overlaps');
    expect(() => table(row('a', 2018, 2017))).toThrow('ends before it begins');
  });

  it('is loaded exactly when no year has two rows', () => {
    const years = fc.integer({ min: 2016, max: 2030 });
    const span = fc.tuple(years, fc.oneof(years, fc.constant(null))).filter(([from, to]) => to === null || from <= to);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const rows = spans.map(([from, to]) => row('a', from, to));
        const twice = Array.from({ length: 20 }, (_, n) => 2016 + n).some((year) => rows.filter((one) => one.validFrom <= year && year <= (one.validTo ?? 9_999)).length > 1);
        const load = () => table(...rows);
        if (twice) expect(load).toThrow(RuleTableError);
        else expect(load).not.toThrow();
      }),
    );
  });
});
