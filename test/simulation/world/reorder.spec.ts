import { SeededRandomness } from '@salvatempo/testing';
import { inOtherOrder } from './reorder';

const records = Array.from({ length: 30 }, (_, n) => ({ topic: `t${n % 2}`, key: `k${n % 5}`, value: String(n) }));
const placeOf = ({ topic, key }: { topic: string; key: string }) => `${topic}/${key}`;

describe('another order across keys', () => {
  it('keeps every record, and those of one key of a topic in theirs', () => {
    const mixed = inOtherOrder(records, new SeededRandomness('mix'));
    expect(mixed).not.toEqual(records);
    expect([...mixed].sort((a, b) => Number(a.value) - Number(b.value))).toEqual(records);
    for (const place of new Set(records.map(placeOf)))
      expect(mixed.filter((record) => placeOf(record) === place)).toEqual(
        records.filter((record) => placeOf(record) === place),
      );
  });
});
