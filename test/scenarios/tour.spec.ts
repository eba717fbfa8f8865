import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder, leaveNothing, start } from './world/product';

const TOUR = join(__dirname, '../../dist/scripts/tour/main.js');
const run = promisify(execFile);

afterAll(leaveNothing);

const payment = (source: string, amountCents: number, status: string) => ({ purchase: expect.stringMatching(/^pur_/), source, amountCents, status });

describe('the tour', () => {
  it('passes twice on one instance, and says what the journey must end with', async () => {
    const product = await start({ dataDir: freshFolder() });
    for (const seed of ['11', '12']) {
      const { stdout } = await run(process.execPath, [TOUR, '--url', product.url, '--seed', seed, '--json'], { timeout: 90_000 });
      const report = JSON.parse(stdout) as { ok: boolean; steps: { title: string; role: string; events: string[] }[] };
      expect(report).toEqual({
        ok: true,
        steps: expect.any(Array),
        payments: [payment('incentive', 2_800, 'paid'), payment('credit', 1_200, 'paid'), ...[1, 2].flatMap(() => [payment('incentive', 2_800, 'released'), payment('credit', 1_200, 'released')])],
        fund: { budgetCents: 5_000_000, committedCents: 97_200, paidCents: 2_800, freeCents: 4_900_000 },
        statement: { dueCents: 4_000 },
        firmOwes: { cents: 1_200 },
        programme: {
          steps: expect.any(Array),
          deMinimis: { refusal: 'de-minimis-exceeded', committedCents: 97_200 },
          ruleTrials: { firms: [1, 0], cents: [2_800, 2_000] },
          ranking: { funded: 1, waiting: 1, isMadeAgain: true },
          survey: { scope: 'firm', answers: 5 },
          planDraft: { scope: 'firm', answers: 5, services: 2 },
          ownerPurchase: { awaited: 'awaiting-transfer', incentiveCents: 3_200, ownCents: 800, receipt: 'order', status: 'settled' },
          dossier: { reportableCents: 2_800, lines: 1, missing: 1, files: 6 },
        },
        benefits: {
          steps: expect.any(Array),
          claims: {
            partly: { status: 'approved', askedCents: 45_000, approvedCents: 17_727, reimbursedCents: 17_727 },
            appealed: { status: 'approved', askedCents: 20_000, approvedCents: 20_000, reimbursedCents: 20_000 },
          },
          limit: { refusal: 'threshold-cliff', leftCents: 0, level: 'reached' },
          year: { status: 'completed', accounts: 3, taxableCents: 0 },
          credit: { 'c.3': 7_000, 'f-bis': 22_273 },
        },
      });
      for (const step of report.steps) expect(step).toEqual({ title: expect.any(String), role: expect.any(String), events: expect.any(Array) });
      expect(report.steps.flatMap(({ events }) => events)).toContain('vouchers.voucher-redeemed');
    }
    await product.stop();
  });
});
