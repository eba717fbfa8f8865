import { randomUUID } from 'node:crypto';
import { readCsvLines } from '@salvatempo/http';
import { sha256 } from '@salvatempo/kernel';
import { invent } from '../../scripts/tour/invented';
import type { Answer, Caller } from './world/caller';
import { claimsValidator, fileOf, nurseryOf, payrollOf, upload } from './world/claims';
import { leaveNothing } from './world/product';
import { MODES, startHere, type ProductHere } from './world/product-here';
import { makeTerritory, OPERATOR, PASSWORD, until, type Territory } from './world/territory';
import { TravellingTime } from './world/travelling-time';

const SEED = 788;
const CLAIMS = '/api/benefits/claims';
const CHILD = 'ZNBPRI79S09F205T';
const TEXT = 'Regolamento del welfare: a chi spetta, quanto, fino a quando.';
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;

jest.setTimeout(60_000);
afterAll(leaveNothing);

describe.each(MODES)('a plan from its draft to its end (%s)', (mode) => {
  const time = new TravellingTime();
  let product: ProductHere;
  let territory: Territory;
  let [owner, claimant, leaver, other, validator, payroll]: Caller[] = [];
  const plans: Record<'pool' | 'pension', string> = { pool: '', pension: '' };
  let year: string;

  const terms = (more: object = {}): object => ({
    validFrom: time.day(0), validTo: time.day(40), period: 'year', groups: [{ category: 'operai', amountCents: 60_000 }, { amountCents: 20_000 }], letters: ['f-bis', 'c.3'],
    residue: { policy: 'solidarity-pool' }, runOutDays: 20, practice: { currentYearOnly: true }, text: TEXT, ...more,
  });
  const accountOf = async (who: Caller): Promise<string> => String((await who.get('/api/benefits/accounts/mine')).body.accountId);
  const balanceOf = async (who: Caller, day: string): Promise<Answer['body']> => (await who.get(`/api/benefits/accounts/${await accountOf(who)}/balance?at=${day}`)).body;
  const pool = (): Promise<Answer['body']> => owner!.get(`/api/benefits/solidarity-pools/${territory.firmId}`).then(({ body }) => body);
  const claim = async (who: Caller, askedCents: number, paidOn: string): Promise<Answer> => {
    const documentIds = [await upload(who, fileOf(randomUUID()))];
    return who.post(CLAIMS, { documentIds, ...nurseryOf(CHILD, { askedCents, payment: { paidOn }, document: { date: paidOn } }) }, { headers: { prefer: 'wait=10' } });
  };

  /** Days later sessions are over: everybody signs in again. */
  async function signIn(): Promise<void> {
    const anybody = product.operator;
    owner = await anybody.signIn(invent(SEED).owner, PASSWORD);
    [claimant, leaver, other] = await Promise.all(territory.employees.map(({ fiscalCode }) => anybody.signIn(fiscalCode, PASSWORD)));
    validator = await anybody.signIn('anna@prova.example', PASSWORD);
    payroll = await anybody.signIn('paghe@prova.example', PASSWORD);
  }

  async function travel(days: number): Promise<void> {
    time.travel(days);
    await signIn();
  }

  beforeAll(async () => {
    // So that the plan's first weeks are in one year whenever this runs.
    if (time.day(0).slice(5) > '12-05') time.travel(27);
    product = await startHere(mode, time);
    territory = await makeTerritory(product.operator, { people: 3, seed: SEED });
    await claimsValidator(product.operator, 'anna');
    await payrollOf(product.operator.as(territory.owner), territory.firmId, 'paghe');
    await signIn();
    year = time.day(0).slice(0, 4);
    const rows = territory.employees.slice(0, 2).map(({ fiscalCode }, n) => `${fiscalCode},Adele${'ab'[n]},Arvedi,operai`);
    await owner!.made(`/api/companies/firms/${territory.firmId}/employee-imports`, ['codice_fiscale,nome,cognome,categoria', ...rows].join('\n'));
    for (const who of [claimant!, leaver!])
      await who.made('/api/companies/people/me/family-members', { relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: CHILD, birthDate: '2024-03-01', dependent: false, cohabiting: true, from: '2024-03-01', declarationAccepted: true });
  });

  afterAll(() => product.stop());

  it('is written down, and gives no credit before it is published as it was seen', async () => {
    const { planId, status } = await owner!.made('/api/benefits/plans', { firmId: territory.firmId, title: 'Piano 1', source: 'REGOLAMENTO_VINCOLANTE', isDraft: true });
    plans.pool = planId;
    expect(status).toBe('draft');
    const at = `/api/benefits/plans/${planId}`;
    expect(codeOf(await owner!.post(`${at}/credit-runs`, { amountCents: 100, letter: 'c.3', validUntil: time.day(5) }))).toBe('409 plan-not-published');
    expect(codeOf(await owner!.post(`${at}/versions`, { edition: 1 }))).toBe('409 plan-no-draft');
    expect(await owner!.made(`${at}/drafts`, terms({ runOutDays: 5 }))).toMatchObject({ edition: 1 });
    expect(await owner!.made(`${at}/drafts`, terms())).toMatchObject({ edition: 2, textHash: sha256(TEXT) });
    expect(codeOf(await owner!.post(`${at}/versions`, { edition: 1 }))).toBe('409 plan-draft-changed');
    expect(codeOf(await owner!.post(`${at}/drafts`, terms({ groups: [{ category: 'mamme', amountCents: 1 }] })))).toBe('400 invalid-request');
    expect(codeOf(await owner!.post(`${at}/drafts`, terms({ validTo: time.day(-1) })))).toBe('422 plan-terms');
    expect((await claimant!.get('/api/benefits/plans/mine')).body.items.map(({ planId: id }: { planId: string }) => id)).not.toContain(planId);
    expect(await owner!.made(`${at}/versions`, { edition: 2 })).toMatchObject({ number: 1, validFrom: time.day(0) });
    expect(codeOf(await owner!.post(`${at}/drafts`, terms({ validFrom: time.day(-3) })).then(() => owner!.post(`${at}/versions`, { edition: 3 })))).toBe('422 plan-not-forward');
  });

  it('is read by who works for the firm, with its text and what it comes to', async () => {
    const shown = await until(claimant!, '/api/benefits/plans/mine', ({ items }) => items.some(({ planId }: { planId: string }) => planId === plans.pool));
    const plan = shown.items.find(({ planId }: { planId: string }) => planId === plans.pool);
    expect(plan).toMatchObject({ current: 1, versions: [{ number: 1, text: TEXT, letters: ['f-bis', 'c.3'] }] });
    expect(plan).not.toHaveProperty('draft');
    expect(plan.versions[0].explanation).toContain('Operai: 600,00 € a persona all’anno.');
    expect((await owner!.get(`/api/benefits/plans/${plans.pool}`)).body.draft).toMatchObject({ edition: 3 });
    expect((await claimant!.get(`/api/benefits/plans/${plans.pool}`)).status).toBe(403);
  });

  it('refuses credit that it doesn’t know', async () => {
    const run = (more: object): Promise<string> => owner!.post(`/api/benefits/plans/${plans.pool}/credit-runs`, { amountCents: 1_000, letter: 'c.3', validUntil: time.day(10), ...more }).then(codeOf);
    expect(await run({ letter: 'f-ter' })).toBe('422 plan-letter');
    expect(await run({ amountCents: 20_001 })).toBe('422 plan-amount');
    expect(await run({ validUntil: time.day(41) })).toBe('422 credit-beyond-plan');
    expect(await run({ validFrom: time.day(41), validUntil: time.day(50) })).toBe('409 plan-closed');
    const group = (more: object): Promise<string> => owner!.post(`/api/benefits/plans/${plans.pool}/group-credit-runs`, { category: 'operai', period: year, ...more }).then(codeOf);
    expect(await group({ category: 'quadri' })).toBe('422 plan-no-group');
    expect(await group({ period: `${year}-12` })).toBe('422 plan-period');
    expect(await group({ period: String(Number(year) - 1) })).toBe('422 plan-period');
  });

  it('credits each group once a period with its own amount', async () => {
    const credit = (category?: string): Promise<Answer> => owner!.post(`/api/benefits/plans/${plans.pool}/group-credit-runs`, { ...(category && { category }), period: year }, { headers: { prefer: 'wait=10' } });
    const both = await Promise.all([credit('operai'), credit('operai')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)!.body).toMatchObject({ accounts: 2, amountCents: 60_000 });
    expect(codeOf(await credit('operai'))).toBe('409 plan-group-credited');
    expect((await credit()).body.accounts).toBe(1);
    await until(claimant!, `/api/benefits/accounts/mine`, ({ lots }) => lots.length === 2);
    const { lots } = await until(other!, `/api/benefits/accounts/mine`, ({ lots: found }) => found.length === 2);
    expect(lots.map(({ freeCents, letters }: { freeCents: number; letters?: string[] }) => [freeCents, letters])).toContainEqual([20_000, ['f-bis', 'c.3']]);
  });

  it('tells on any day what there is, what it may be spent on, and until when', async () => {
    const now = await balanceOf(claimant!, time.day(0));
    const lot = now.lots.find(({ planId }: { planId?: string }) => planId === plans.pool);
    expect(lot).toMatchObject({ freeCents: 60_000, spendable: true, planVersion: 1, residue: 'solidarity-pool', letters: ['f-bis', 'c.3'] });
    expect(lot.explanation).toEqual([
      '600,00 € da spendere in istruzione e servizi per i figli (lettera f-bis), beni e servizi entro la soglia annua (lettera c.3).',
      expect.stringMatching(/^Si può spendere fino al \d\d\/\d\d\/\d{4}\.$/),
      'Quello che resta dopo va al fondo di solidarietà dell’impresa.',
    ]);
    expect(await balanceOf(claimant!, time.day(-1))).toMatchObject({ spendableCents: 0, lots: [] });
    expect((await balanceOf(claimant!, time.day(41))).lots.find(({ planId }: { planId?: string }) => planId === plans.pool)).toMatchObject({ spendable: false });
    expect((await other!.get(`/api/benefits/accounts/${await accountOf(claimant!)}/balance`)).status).toBe(403);
  });

  it('is stricter than the table where it says so, and pays what it admits', async () => {
    const lastYear = await claim(claimant!, 10_000, `${Number(year) - 1}-12-30`);
    expect([codeOf(lastYear), JSON.stringify(lastYear.body.errors ?? lastYear.body)]).toEqual(['422 claim-refused', expect.stringContaining('period-out-of-plan')]);
    const { claimId } = (await claim(claimant!, 10_000, time.day(0))).body;
    await validator!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 10_000, legible: true, rightCategory: true });
    await until(claimant!, `${CLAIMS}/${claimId}`, ({ reimbursedCents }) => reimbursedCents === 10_000);
  });

  it('lets a leaver claim for a while what was paid before, and nothing else', async () => {
    const { items } = await until(owner!, `/api/companies/firms/${territory.firmId}/employees?limit=100`, ({ items: found }) => found.length === 3);
    const { employeeId } = items.find(({ fiscalCode }: { fiscalCode: string }) => fiscalCode === territory.employees[1]!.fiscalCode);
    const lastDay = time.day(0);
    await owner!.made(`/api/companies/firms/${territory.firmId}/employees/${employeeId}/departures`, { lastDay });
    await travel(3);
    const balance = await until(leaver!, `/api/benefits/accounts/${await accountOf(leaver!)}/balance`, ({ lots }) => lots.some(({ explanation }: { explanation: string[] }) => explanation.some((line) => line.startsWith('Il rapporto di lavoro'))));
    expect(balance.spendableCents).toBe(70_000);
    expect(codeOf(await claim(leaver!, 5_000, time.day(0)))).toBe('409 claim-after-leaving');
    const { claimId } = (await claim(leaver!, 5_000, lastDay)).body;
    await validator!.made(`${CLAIMS}/${claimId}/approval`, { approvedCents: 5_000, legible: true, rightCategory: true });
    await until(leaver!, `${CLAIMS}/${claimId}`, ({ reimbursedCents }) => reimbursedCents === 5_000);
    await travel(18);
    expect(codeOf(await claim(leaver!, 5_000, lastDay))).toBe('409 claimant-left-firm');
    await until(owner!, `/api/benefits/solidarity-pools/${territory.firmId}`, ({ balanceCents }) => balanceCents === 55_000);
  });

  it('leaves what is left at its end to the pool, and gives credit no more', async () => {
    await travel(20);
    await until(owner!, `/api/benefits/solidarity-pools/${territory.firmId}`, ({ inCents }) => inCents === 55_000 + 50_000 + 20_000);
    expect(codeOf(await owner!.post(`/api/benefits/plans/${plans.pool}/credit-runs`, { amountCents: 100, letter: 'c.3', validUntil: time.day(5) }))).toBe('409 plan-closed');
    const kinds = (await claimant!.get(`/api/benefits/accounts/${await accountOf(claimant!)}/entries?limit=100`)).body.items.filter(({ kind }: { kind: string }) => kind === 'residue-settled');
    expect(kinds).toMatchObject([{ amountCents: 50_000 }]);
  });

  it('keeps what a firm in arrears would give from the pool waiting, until it has paid for what it gave', async () => {
    const covers = `/api/benefits/covers/${territory.firmId}`;
    expect((await owner!.get(covers)).body.standing).toBe('in-arrears');
    const { items } = (await owner!.get(`${covers}/proformas`)).body;
    const due: { reference: string; leftCents: number }[] = items.filter(({ leftCents }: { leftCents: number }) => leftCents > 0);
    const lines = due.map(({ reference, leftCents }, n) => `${time.day(0)};${(leftCents / 100).toFixed(2).replace('.', ',')};${reference};CRO ${n};Impresa`);
    const statement = ['data;importo;causale;riferimento_banca;ordinante', ...lines].join('\n');
    const operator = await product.operator.signIn(OPERATOR.username, OPERATOR.password);
    const taken = await operator.post('/api/benefits/bank-statements', Buffer.from(statement), { headers: { 'content-type': 'application/octet-stream', prefer: 'wait=10' } });
    expect([taken.status, taken.body]).toMatchObject([200, { matched: due.length }]);
    await until(owner!, covers, ({ standing, guaranteeUsedCents }) => standing === 'regular' && guaranteeUsedCents === 0);
  });

  it('by another plan goes from the pool to a group, and what is left of that to pension funds by the payroll', async () => {
    const { planId } = await owner!.made('/api/benefits/plans', { firmId: territory.firmId, title: 'Piano 2', source: 'ACCORDO_2LIV', isDraft: true });
    plans.pension = planId;
    await owner!.made(`/api/benefits/plans/${planId}/drafts`, terms({ validFrom: time.day(0), validTo: time.day(10), groups: [{ amountCents: 30_000 }], letters: ['f-bis'], residue: { policy: 'pension-fund' }, practice: {} }));
    await owner!.made(`/api/benefits/plans/${planId}/versions`, { edition: 1 });
    const draw = (more: object, key?: string): Promise<Answer> => owner!.post(`/api/benefits/solidarity-pools/${territory.firmId}/draws`, { planId, amountCents: 40_000, validUntil: time.day(10), ...more }, { headers: { prefer: 'wait=10' }, ...(key && { key }) });
    expect(codeOf(await draw({ amountCents: 70_000 }))).toBe('409 pool-insufficient');
    expect(codeOf(await draw({ validUntil: time.day(11) }))).toBe('422 credit-beyond-plan');
    expect(codeOf(await draw({ category: 'operai' }))).toBe('422 plan-no-group');
    const [given, again] = [await draw({}, 'from-the-pool'), await draw({}, 'from-the-pool')];
    expect([given.status, given.body.accounts, again.body.runId]).toEqual([200, 2, given.body.runId]);
    expect(await pool()).toMatchObject({ balanceCents: 45_000, outCents: 80_000 });
    await until(claimant!, '/api/benefits/accounts/mine', ({ lots }) => lots.some(({ origin }: { origin: string }) => origin === 'solidarity-pool'));
    await travel(11);
    const month = time.day(0).slice(0, 7);
    const isPension = ({ policy }: { policy: string }): boolean => policy === 'pension-fund';
    const { items } = await until(owner!, `/api/benefits/residues?firmId=${territory.firmId}`, ({ items: rows }) => rows.filter(({ sums }: { sums: { policy: string }[] }) => sums.some(isPension)).length === 2);
    expect(items.flatMap(({ sums }: { sums: { policy: string; amountCents: number }[] }) => sums.filter(isPension).map(({ amountCents }) => amountCents))).toEqual([40_000, 40_000]);
    const { closingId } = await payroll!.made('/api/benefits/payroll-closings', { firmId: territory.firmId, month });
    const written = ['month', 'corrections'].map(async (part) => (await payroll!.get(`/api/benefits/payroll-closings/${closingId}/file?part=${part}&format=csv`)).text);
    const lines = (await Promise.all(written)).flatMap((text) => {
      const read = readCsvLines(text);
      return read.ok ? read.value.map(({ cells }) => cells) : [];
    });
    expect(lines.filter((cells) => cells[0] === '1' && cells.includes('F') && cells.includes('h') && cells.includes('400,00'))).toHaveLength(2);
  });

  it('adds up in the end', async () => {
    expect(await product.faults()).toEqual([]);
    expect(product.errors).toEqual([]);
  });
});
