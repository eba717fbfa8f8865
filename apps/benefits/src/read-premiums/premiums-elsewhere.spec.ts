import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import type { Premium } from '../domain/premium';
import type { PremiumShare, PremiumYear } from '../domain/premium-year';
import type { PremiumRow } from './premium-lists.projection';
import { PremiumsElsewhere, type Elsewhere } from './premiums-elsewhere.handler';

const row = (firmId: string, year = 2026): PremiumRow => ({ premiumId: `prm_${firmId}`, firmId, personId: 'per_person', year, paidOn: `${year}-10-27`, amountCents: 600_000, convertibleCents: 500_000, status: 'offered' });
const chosen = { status: 'chosen', by: 'person', convertedCents: 100_000, favouredCents: 50_000, ordinaryCents: 450_000 };

/** Of a person with these rows, whose premiums stand like this, and whose year has these shares. */
function elsewhere(rows: readonly PremiumRow[], premiums: Readonly<Record<string, object>>, shares?: Readonly<Record<string, PremiumShare>>): Promise<Elsewhere> {
  const own = { each: async function* () { yield* rows; } } as unknown as RowReader<PremiumRow>;
  const ofPremiums = { load: async (id: string) => ({ state: premiums[id], sequence: 2 }) } as unknown as AggregateRunner<Premium>;
  const ofYears = { load: async () => shares && { state: { shares } } } as unknown as AggregateRunner<PremiumYear>;
  return new PremiumsElsewhere(own, ofPremiums, ofYears).of({ premiumId: 'prm_here', personId: 'per_person', year: 2026 });
}

describe('what is known of a person’s other premiums', () => {
  it('is what other firms here converted or pay at the substitute tax in the same year, as the premiums themselves say', async () => {
    const { usedCents, known } = await elsewhere([row('a'), row('b')], { prm_a: chosen, prm_b: { ...chosen, favouredCents: 0 } });
    expect([usedCents, known.map(({ premiumId }) => premiumId)]).toEqual([250_000, ['prm_a', 'prm_b']]);
  });

  it('is nothing of the firm itself, of another year, or of what nobody chose yet', async () => {
    expect((await elsewhere([row('here'), row('a', 2025), row('b')], { prm_here: chosen, prm_a: chosen, prm_b: { status: 'offered' } })).usedCents).toBe(0);
  });

  it('is what the person’s year says of those that it heard of, with what is held for a choice', async () => {
    const shares = { prm_a: { usedCents: 0, sequence: 1, hold: { attemptId: 'cho_a', heldCents: 70_000 } }, prm_here: { usedCents: 9, sequence: 1 } };
    expect(await elsewhere([row('a'), row('here')], { prm_a: chosen, prm_here: chosen }, shares)).toEqual({ usedCents: 70_000, known: [] });
  });
});
