import fc from 'fast-check';
import { expiredHolds, heldCents, holdOf, isExpired, liveHold, nextExpiry, withHold, withoutHold, withPinned, type Hold } from './holds';
import { addMs, DAY_MS } from './instant';

const NOON = '2026-09-01T12:00:00.000Z';
const hold = (id: string, amountCents = 100, expiresAt = NOON): Hold => ({ id, amountCents, expiresAt, pinned: false });
const later = addMs(NOON, DAY_MS);

describe('holds', () => {
  it('expire by the clock at their instant, not before', () => {
    expect(isExpired(hold('a'), addMs(NOON, -1))).toBe(false);
    expect(isExpired(hold('a'), NOON)).toBe(true);
    expect(expiredHolds([hold('a'), hold('b', 1, later)], NOON)).toEqual([hold('a')]);
  });

  it('never expire once pinned, however late', () => {
    const pinned = withPinned([hold('a')], 'a');
    expect(expiredHolds(pinned, later)).toEqual([]);
    expect(liveHold(pinned, 'a', later)).toEqual({ ...hold('a'), pinned: true });
    expect(nextExpiry(pinned)).toBeUndefined();
  });

  it('wake the document for the earliest that is not pinned', () => {
    expect(nextExpiry(withPinned([hold('a'), hold('b', 1, later)], 'a'))).toBe(later);
    expect(nextExpiry([hold('b', 1, later), hold('a')])).toBe(NOON);
    expect(nextExpiry([])).toBeUndefined();
  });

  it('are there once: a second one for the same purpose is a defect of whoever decides', () => {
    expect(() => withHold([hold('a')], hold('a', 5))).toThrow('a is held already');
    expect(withPinned([hold('a')], 'b')).toEqual([hold('a')]);
    expect(withoutHold([hold('a')], 'b')).toEqual([hold('a')]);
  });
});

type Step = { kind: 'reserve' | 'pin' | 'pay' | 'release' | 'pass'; id: string; amountCents: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('reserve', 'pin', 'pay', 'release', 'pass'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  amountCents: fc.integer({ min: 1, max: 5_000 }),
});

describe('any story of holds', () => {
  it('keeps held + free + paid constant, and no hold that the clock could end in the past', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const grantedCents = 10_000;
        let holds: readonly Hold[] = [];
        let paidCents = 0;
        let at = NOON;
        for (const { kind, id, amountCents } of steps) {
          const freeCents = grantedCents - paidCents - heldCents(holds);
          if (kind === 'pass') at = addMs(at, amountCents);
          for (const gone of expiredHolds(holds, at)) holds = withoutHold(holds, gone.id);
          const live = liveHold(holds, id, at);
          if (kind === 'reserve' && !holdOf(holds, id) && amountCents <= freeCents)
            holds = withHold(holds, hold(id, amountCents, addMs(at, 1_000)));
          if (kind === 'pin' && live) holds = withPinned(holds, id);
          if (kind === 'pay' && live) {
            paidCents += live.amountCents;
            holds = withoutHold(holds, id);
          }
          if (kind === 'release') holds = withoutHold(holds, id);
          const free = grantedCents - paidCents - heldCents(holds);
          expect(free).toBeGreaterThanOrEqual(0);
          expect(paidCents).toBeGreaterThanOrEqual(0);
          expect(new Set(holds.map((one) => one.id)).size).toBe(holds.length);
          const next = nextExpiry(holds);
          if (next !== undefined) expect(next > at).toBe(true);
        }
      }),
    );
  });
});
