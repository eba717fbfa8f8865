import { poolDrawn, poolFilled, type LotTerms } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { drawPoolSlice, fillPoolSlice, poolIdOf, solidarityPool } from './solidarity-pool.aggregate';

const pools = { ...solidarityPool, slices: [fillPoolSlice, drawPoolSlice] };
const firmId = 'fir_00000000000000000000000000';
const poolId = poolIdOf(firmId);
const planId = 'pln_00000000000000000000000000';
const runId = 'run_00000000000000000000000000';
const at = '2026-09-01T08:00:00.000Z';
const lot: LotTerms = { amountCents: 3_000, letter: 'f-bis', origin: 'solidarity-pool', unit: 'EUR', validFrom: at, validUntil: '2026-12-31T22:59:59.999Z' };
const filled = (amountCents: number, balanceCents: number) => poolFilled.of({ poolId, firmId, planId, amountCents, balanceCents });
const draw = (...personIds: readonly string[]) => ({ type: 'draw-pool', data: { planId, runId, lot, personIds } });

describe('a solidarity pool', () => {
  it('adds up what comes, and says of whom in no event', () => {
    const { decision } = given(pools, [filled(2_000, 2_000)]).when({ type: 'fill-pool', data: { firmId, planId, amountCents: 5_000 } }, { id: poolId, at });
    expect(decision).toMatchObject({ events: [filled(5_000, 7_000)] });
    expect(JSON.stringify(decision)).not.toContain('per_');
  });

  it('gives to each of a group the same, up to what it holds', () => {
    const drawn = poolDrawn.of({ poolId, firmId, planId, runId, amountCents: 6_000, balanceCents: 1_000, lot, personIds: ['per_a', 'per_b'] });
    given(pools, [filled(7_000, 7_000)]).when(draw('per_a', 'per_b'), { id: poolId, at }).then([drawn]);
    given(pools, [filled(7_000, 7_000), drawn]).when(draw('per_a'), { id: poolId, at }).then({ code: 'pool-insufficient', params: { leftCents: 1_000, leftEuro: '10,00 €' } });
    given(pools, [filled(7_000, 7_000)]).when(draw(), { id: poolId, at }).then({ code: 'nobody-to-credit' });
    given(pools).when(draw('per_a'), { id: poolId, at }).then({ code: 'pool-insufficient', params: { leftCents: 0, leftEuro: '0,00 €' } });
  });
});
