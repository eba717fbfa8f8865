import { statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@salvatempo/testing';
import { faultsOf, productBlueprint } from './world/audit';
import { Caller, type Answer } from './world/caller';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start } from './world/product';
import { until } from './world/territory';

const NO_DEMO = ['--no-demo'];
const terms = {
  title: 'Tempo', incentiveBasisPoints: 7_000, firmCapCents: 100, personCapCents: 50, budgetCents: 1_000, maxHeadcount: 3,
  headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt: '2026-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z',
};

afterAll(leaveNothing);

describe('a full disk', () => {
  it('is a clean "try later" for writes, reads go on, and with room again everything is there and goes on', async () => {
    const dataDir = freshFolder();
    const first = await start({ dataDir, args: NO_DEMO });
    const token = (await firstOperator(first, () => first.url)).token!;
    await first.stop();
    const pages = Math.ceil(statSync(join(dataDir, 'salvatempo.db')).size / 4_096);
    const full = await start({ dataDir, args: NO_DEMO, env: { STORE_MAX_PAGES: String(Math.max(100, pages + 40)) } });
    const officer = new Caller(() => full.url, token);
    const { opened, refused } = await openUntilFull(officer);
    expect(refused).toMatchObject({ status: 503, body: { code: 'try-later' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await officer.get('/health/live')).status).toBe(200);
    for (const callId of opened.slice(-3)) expect((await officer.get(`/api/programmes/calls/${callId}`)).status).toBe(200);
    expect((await officer.get('/api/programmes/calls?limit=1')).status).toBe(200);
    expect(await full.stop()).toEqual({ code: 0, signal: null });

    const roomy = await start({ dataDir, args: NO_DEMO });
    const again = new Caller(() => roomy.url, token);
    expect((await again.get('/health/ready')).status).toBe(200);
    for (const callId of opened) expect((await again.get(`/api/programmes/calls/${callId}`)).status).toBe(200);
    opened.push((await again.made('/api/programmes/calls', terms)).callId);
    const listed = await eventually(async () => {
      const ids = await allCalls(again);
      return ids.length === opened.length && ids;
    }, 'every call that was answered, and no other, in the list');
    expect([...listed].sort()).toEqual([...opened].sort());
    await roomy.stopAtRest();
    expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
  });
});

/** Opens calls until there is no room for another. */
async function openUntilFull(officer: Caller): Promise<{ opened: string[]; refused: Answer }> {
  const opened: string[] = [];
  for (let n = 0; n < 2_000; n++) {
    const answer = await officer.post('/api/programmes/calls', terms);
    if (answer.status !== 201) return { opened, refused: answer };
    opened.push(answer.body.callId);
  }
  throw new Error('the disk never filled up');
}

async function allCalls(officer: Caller): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = await until(officer, `/api/programmes/calls?limit=100${after}`, () => true);
    ids.push(...page.items.map(({ callId }: { callId: string }) => callId));
    if (page.next === undefined) return ids;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}
