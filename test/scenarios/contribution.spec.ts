import { readCsvLines } from '@salvatempo/http';
import { faultsOf, productBlueprint } from './world/audit';
import { Caller, type Answer } from './world/caller';
import { payrollOf } from './world/claims';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const CONTRIBUTIONS = '/api/benefits/contributions';
const LIMITS = '/api/benefits/contribution-limits/mine';
const YEAR = today().slice(0, 4);
const FUND = 'Fondo pensione Aurora';
let product: Product & { readonly url: string };
let territory: Territory;
let [operator, owner, payroll, first, second]: Caller[] = [];

const as = (token: string): Caller => new Caller(() => product.url, token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const ask = (who: Caller, amountCents: number, more: object = {}): Promise<Answer> => who.post(CONTRIBUTIONS, { kind: 'pension', fundName: FUND, memberCode: 'AU-0042', amountCents, elsewhereCents: 0, ...more }, { headers: { prefer: 'wait=2' } });
const becomes = (who: Caller, contributionId: string, status: string): Promise<Answer['body']> => until(who, `${CONTRIBUTIONS}/${contributionId}`, (body) => body.status === status);
const limitOf = async (who: Caller, kind: string): Promise<Answer['body']> => (await who.get(LIMITS)).body.kinds.find((one: { kind: string }) => one.kind === kind);
const accountIs = (who: Caller, spendableCents: number, heldCents: number): Promise<Answer['body']> => until(who, '/api/benefits/accounts/mine', (body) => body.spendableCents === spendableCents && body.heldCents === heldCents);
const forPayroll = (status: string): Promise<Answer> => payroll!.get(`${CONTRIBUTIONS}?firmId=${territory.firmId}&status=${status}`);

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'], env: { LOG_LEVEL: 'info' } });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 2, seed: 881 });
  owner = as(territory.owner);
  payroll = await payrollOf(owner, territory.firmId, 'paghe');
  [first, second] = territory.employees.map(({ token }) => as(token));
  await owner.made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents: 600_000, letter: 'h', validUntil: inDays(200) });
  for (const who of [first, second]) await until(who!, LIMITS, ({ kinds }) => kinds[0].admitted);
}, 60_000);

afterAll(leaveNothing);
jest.setTimeout(60_000);

describe('credit into a pension fund', () => {
  let contributionId: string;

  it('explains beforehand how much of the year’s limit and of the credit there is, and for which kind of fund', async () => {
    expect(await limitOf(first!, 'pension')).toMatchObject({ letter: 'h', admitted: true, spendableCents: 600_000, limitCents: 530_000, countedCents: 0, elsewhereCents: 0, leftCents: 530_000 });
    expect((await limitOf(first!, 'pension')).explanation.join(' ')).toContain('tabella contribution-limits');
    expect(await limitOf(first!, 'health')).toMatchObject({ letter: 'a', admitted: false, spendableCents: 0, leftCents: 361_520 });
  });

  it('is held, counts with what was paid otherwise, and waits for payroll, which sees amount and fund', async () => {
    const { status, body } = await ask(first!, 200_000, { elsewhereCents: 30_000 });
    expect([status, body.status]).toEqual([200, 'waiting']);
    contributionId = body.contributionId;
    await accountIs(first!, 410_000, 200_000);
    expect(await limitOf(first!, 'pension')).toMatchObject({ countedCents: 200_000, elsewhereCents: 30_000, leftCents: 300_000 });
    const own = await becomes(first!, contributionId, 'waiting');
    expect(own).toMatchObject({ kind: 'pension', fundName: FUND, memberCode: 'AU-0042', amountCents: 200_000, taxYear: Number(YEAR), askedOn: today() });
    expect(own.dueOn > today()).toBe(true);
    const { items } = await until(payroll!, `${CONTRIBUTIONS}?firmId=${territory.firmId}&status=waiting`, (page) => page.items.length === 1);
    expect(items[0]).toMatchObject({ contributionId, fundName: FUND, amountCents: 200_000, name: expect.any(String) });
    expect((await first!.get(`${CONTRIBUTIONS}/mine`)).body.items).toMatchObject([{ contributionId, status: 'waiting' }]);
  });

  it('above the limit, above the credit, or for a kind that no credit admits ends with a reason that says what is left', async () => {
    const above = (await ask(first!, 300_001, { elsewhereCents: 30_000 })).body;
    expect(above).toMatchObject({ status: 'refused', reason: { code: 'contribution-above-limit', text: expect.stringContaining('3.000,00 €') } });
    expect((await ask(second!, 600_001, { elsewhereCents: 0 })).body.reason.code).toBe('contribution-above-limit');
    expect((await ask(first!, 1_000, { kind: 'health' })).body).toMatchObject({ status: 'refused', reason: { code: 'contribution-letter' } });
    expect(await limitOf(first!, 'pension')).toMatchObject({ countedCents: 200_000, leftCents: 300_000 });
    expect((await ask(first!, 99)).status).toBe(400);
    expect((await ask(first!, 1_000, { fundName: '  ' })).status).toBe(400);
    expect(codeOf(await ask(first!, 1_000, { firmId: 'fir_00000000000000000000000000' }))).toBe('403 not-allowed');
  });

  it('by many at once never crosses the limit, and leaves none of it unused', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(second!, 53_000)));
    const ids = answers.map(({ body }) => String(body.contributionId));
    const ended = await Promise.all(ids.map((id) => until(second!, `${CONTRIBUTIONS}/${id}`, ({ status }) => status !== 'checking')));
    expect(ended.filter(({ status }) => status === 'waiting')).toHaveLength(10);
    expect(await limitOf(second!, 'pension')).toMatchObject({ countedCents: 530_000, leftCents: 0 });
  });

  it('is paid once by payroll, with day and reference, and then neither called off nor refused', async () => {
    const url = `${CONTRIBUTIONS}/${contributionId}`;
    expect(codeOf(await payroll!.post(`${url}/payment`, { paidOn: inDays(1), reference: 'CRO 77' }))).toBe('422 contribution-paid-day');
    expect(codeOf(await payroll!.post(`${url}/payment`, { paidOn: inDays(-1), reference: 'CRO 77' }))).toBe('422 contribution-paid-day');
    expect(codeOf(await owner!.post(`${url}/payment`, { paidOn: today(), reference: 'CRO 77' }))).toBe('403 not-allowed');
    expect((await payroll!.post(`${url}/payment`, { paidOn: today(), reference: 'CRO 77' })).body).toEqual({ contributionId, status: 'paid' });
    expect(codeOf(await payroll!.post(`${url}/payment`, { paidOn: today(), reference: 'CRO 78' }))).toBe('409 contribution-not-waiting');
    expect(codeOf(await payroll!.post(`${url}/refusal`, { code: 'contribution-not-a-member' }))).toBe('409 contribution-not-waiting');
    expect(codeOf(await first!.post(`${url}/withdrawal`))).toBe('409 contribution-not-waiting');
    expect(await becomes(first!, contributionId, 'paid')).toMatchObject({ paidOn: today(), reference: 'CRO 77' });
    await accountIs(first!, 410_000, 0);
    expect(await limitOf(first!, 'pension')).toMatchObject({ countedCents: 200_000 });
  });

  it('called off or refused is credit again, and no more in the limit', async () => {
    const off = (await ask(first!, 50_000)).body.contributionId;
    expect(codeOf(await second!.post(`${CONTRIBUTIONS}/${off}/withdrawal`))).toBe('403 not-allowed');
    expect((await first!.post(`${CONTRIBUTIONS}/${off}/withdrawal`)).body).toEqual({ contributionId: off, status: 'withdrawn' });
    const no = (await ask(first!, 60_000)).body.contributionId;
    expect((await payroll!.post(`${CONTRIBUTIONS}/${no}/refusal`, { code: 'contribution-not-payable' })).status).toBe(400);
    expect((await payroll!.post(`${CONTRIBUTIONS}/${no}/refusal`, { code: 'contribution-not-a-member', note: 'Il numero AU-0042 non esiste' })).body).toEqual({ contributionId: no, status: 'refused' });
    expect((await becomes(first!, no, 'refused')).reason).toMatchObject({ code: 'contribution-not-a-member', note: 'Il numero AU-0042 non esiste' });
    await accountIs(first!, 410_000, 0);
    expect(await limitOf(first!, 'pension')).toMatchObject({ countedCents: 200_000, elsewhereCents: 0 });
    await until(payroll!, `${CONTRIBUTIONS}?firmId=${territory.firmId}&status=paid`, ({ items }) => items.length === 1);
    expect((await forPayroll('waiting')).body.items).toHaveLength(10);
  });

  it('is in the file of the month under its letter, without what only waits', async () => {
    const { closingId, pensionCents } = await payroll!.made('/api/benefits/payroll-closings', { firmId: territory.firmId, month: today().slice(0, 7) });
    expect(pensionCents).toBe(200_000);
    const { text } = await payroll!.get(`/api/benefits/payroll-closings/${closingId}/file?part=month&format=csv`);
    const read = readCsvLines(text);
    const lines = (read.ok ? read.value : []).map(({ cells }) => cells).filter(([kind]) => kind === '1');
    expect(lines).toHaveLength(1);
    for (const cell of [territory.employees[0]!.fiscalCode, YEAR, 'F', 'h', '2000,00']) expect(lines[0]).toContain(cell);
  });

  it('is nobody else’s business: the employer sees amounts held and spendable, and no fund is in an event or the log', async () => {
    expect((await owner!.get(`${CONTRIBUTIONS}?firmId=${territory.firmId}&status=waiting`)).status).toBe(403);
    expect((await owner!.get(`${CONTRIBUTIONS}/${contributionId}`)).status).toBe(403);
    expect((await second!.get(`${CONTRIBUTIONS}/${contributionId}`)).status).toBe(403);
    expect(codeOf(await payroll!.get(`${CONTRIBUTIONS}?firmId=fir_00000000000000000000000000&status=waiting`))).toBe('403 not-allowed');
    const { items: events } = (await operator!.get('/api/operations/events?after=0&limit=500')).body;
    const own = events.filter(({ type }: { type: string }) => type.includes('contribution'));
    expect(own.length).toBeGreaterThan(20);
    expect(JSON.stringify(events)).not.toMatch(/Aurora|AU-0042|CRO 77/);
    expect(product.output).not.toMatch(/Aurora|AU-0042|CRO 77/);
    const entries = (await first!.get(`/api/benefits/accounts/${(await first!.get('/api/benefits/accounts/mine')).body.accountId}/entries?limit=50`)).body.items;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['contribution-credit-held', 'contribution-credit-spent', 'contribution-credit-released', 'contribution-credit-refused']));
  });

  it('adds up in the end', async () => {
    await product.stop();
    expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
  });
});
