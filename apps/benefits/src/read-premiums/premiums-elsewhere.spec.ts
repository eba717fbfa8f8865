import type { RowReader } from '@salvatempo/messaging';
import type { PremiumRow } from './premium-lists.projection';
import { PremiumsElsewhere } from './premiums-elsewhere.handler';

const row = (firmId: string, year: number, more: object = {}): PremiumRow => ({ premiumId: `prm_${firmId}`, firmId, personId: 'per_person', year, paidOn: `${year}-10-27`, amountCents: 600_000, convertibleCents: 500_000, status: 'offered', ...more });
const chosen = { status: 'chosen', convertedCents: 100_000, favouredCents: 50_000, ordinaryCents: 450_000 };

async function knownOf(...rows: readonly PremiumRow[]): Promise<number> {
  const own = { each: async function* () { yield* rows; } } as unknown as RowReader<PremiumRow>;
  return new PremiumsElsewhere(own).of({ personId: 'per_person', firmId: 'fir_here', year: 2026 });
}

describe('what is known of a person’s other premiums', () => {
  it('is what other firms here converted or pay at the substitute tax in the same year', async () => {
    expect(await knownOf(row('fir_a', 2026, chosen), row('fir_b', 2026, { ...chosen, favouredCents: 0 }))).toBe(250_000);
  });

  it('is nothing of the firm itself, of another year, or of what nobody chose yet', async () => {
    expect(await knownOf(row('fir_here', 2026, chosen), row('fir_a', 2025, chosen), row('fir_b', 2026))).toBe(0);
  });
});
