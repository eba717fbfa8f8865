import { creditRunStarted, poolDrawn, poolFilled, residueSettled } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { bookOf } from './hold-book';

interface Pool {
  left: number;
  filled: number;
  drawn: number;
  given: number;
}

/** Solidarity pools: what people left is what came to the firm's pool, what was drawn is what its people were given, and the balance is the difference, never below zero. */
export function poolRule(): Rule {
  const pools = new Map<string, Pool>();
  const poolOf = (firmId: string): Pool => bookOf(pools, firmId, () => ({ left: 0, filled: 0, drawn: 0, given: 0 }));
  const handlers = [
    on(residueSettled, ({ data }) => {
      if (data.policy === 'solidarity-pool') poolOf(data.firmId).left += data.amountCents;
    }),
    on(poolFilled, ({ data, expect }) => {
      const pool = poolOf(data.firmId);
      pool.filled += data.amountCents;
      expect(pool.filled - pool.drawn === data.balanceCents, () => `${data.poolId}: says ${data.balanceCents} of ${pool.filled - pool.drawn}`);
    }),
    on(poolDrawn, ({ data, expect }) => {
      const pool = poolOf(data.firmId);
      pool.drawn += data.amountCents;
      expect(pool.filled - pool.drawn === data.balanceCents, () => `${data.poolId}: says ${data.balanceCents} of ${pool.filled - pool.drawn}`);
      expect(data.amountCents === data.personIds.length * data.lot.amountCents, () => `${data.poolId}: drew ${data.amountCents} for ${data.personIds.length} people`);
      expect(pool.filled >= pool.drawn, () => `${data.poolId}: more was drawn than came`);
    }),
    on(creditRunStarted, ({ data }) => {
      if (data.lot.origin === 'solidarity-pool') poolOf(data.firmId).given += data.personIds.length * data.lot.amountCents;
    }),
  ];
  return followEvents('pools', handlers, (_, expect) => {
    for (const [firmId, { left, filled, drawn, given }] of pools) {
      expect(left === filled, () => `${firmId}: ${left} was left to the pool, ${filled} came to it`);
      expect(drawn === given, () => `${firmId}: ${drawn} was drawn from the pool, ${given} given`);
    }
  });
}
