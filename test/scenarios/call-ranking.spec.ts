import { createHash } from 'node:crypto';
import { eventually } from '@salvatempo/testing';
import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { applyFor, openCallWith, signUpFirm, type Declared, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let seed = 700;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
});

afterAll(leaveNothing);

const criteria = [
  { code: 'micro', points: 10, text: 'Impresa con un solo dipendente', about: 'employees', to: 1 },
  { code: 'network', points: 5, text: 'Adesione alla rete', about: 'membership', oneOf: ['rete-lodi'] },
];
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();
const ranked = (changes: object = {}) => ({ budgetCents: 200_000, ranking: { version: '1.0', applicationsCloseAt: inSeconds(6), criteria }, ...changes });
const newFirm = (declared: Declared = {}): Promise<SmallFirm> => signUpFirm(operator, ++seed, declared);
const rankingOf = async (who: Caller, callId: string): Promise<Answer['body']> => (await who.get(`/api/programmes/calls/${callId}/ranking`)).body;
const fundOf = async (callId: string): Promise<Answer['body']> => (await operator.get(`/api/programmes/calls/${callId}`)).body.fund;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Makes the ranking as soon as the applications are closed. */
async function makeRanking(callId: string): Promise<Answer['body']> {
  const { applicationsCloseAt } = await rankingOf(operator, callId);
  await eventually(() => Date.now() > Date.parse(applicationsCloseAt), 'the end of the applications', { withinMs: 20_000, everyMs: 100 });
  return operator.made(`/api/programmes/calls/${callId}/ranking`);
}

interface Line { readonly applicationId: string; readonly firmId?: string; readonly points: number; readonly gained: string[]; readonly outcome: string }

describe('a ranked call', () => {
  let callId: string;
  let firms: SmallFirm[];
  const places = (): Promise<Line[]> => rankingOf(operator, callId).then((view) => view.places);
  const firmAt = (lines: readonly Line[], place: number): SmallFirm => firms.find(({ firmId }) => firmId === lines[place - 1]!.firmId)!;

  it('takes applications until its time, checks each at once, and reserves nothing', async () => {
    firms = await Promise.all([newFirm({ employeesCount: 1 }), newFirm(), newFirm(), newFirm()]);
    const large = await newFirm({ employeesCount: 9, occupatiCount: 9 });
    callId = await openCallWith(operator, ranked());
    expect(await applyFor(large, callId)).toMatchObject({ status: 'refused', refusal: { code: 'headcount-too-high' } });
    for (const [index, firm] of firms.entries()) expect(await applyFor(firm, callId, index < 2 ? { memberships: ['rete-lodi'] } : {})).toMatchObject({ status: 'admissible', grantedCents: 0 });
    expect((await firms[0]!.owner.post(`/api/programmes/calls/${callId}/applications`, { firmId: firms[0]!.firmId })).body.code).toBe('allotment-already-requested');
    expect((await operator.post(`/api/programmes/calls/${callId}/ranking`)).body.code).toBe('ranking-too-early');
    expect(await fundOf(callId)).toMatchObject({ committedCents: 0, freeCents: 200_000 });
    const published = await rankingOf(firms[0]!.owner, callId);
    expect(published).toMatchObject({ version: '1.0', applications: 4, places: [], criteria, seedHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(published).not.toHaveProperty('seed');
  });

  it('is ranked by points and the seed that was bound beforehand, and grants in order while the fund lasts', async () => {
    const before = await rankingOf(operator, callId);
    const made = await makeRanking(callId);
    expect([made.seedHash, made.version]).toEqual([sha256(made.seed), '1.0']);
    expect(made.seedHash).toBe(before.seedHash);
    const lines = made.places as Line[];
    expect(lines.map(({ points, gained }) => [points, gained])).toEqual([[15, ['micro', 'network']], [5, ['network']], [0, []], [0, []]]);
    expect(lines.slice(0, 2).map(({ firmId }) => firmId)).toEqual(firms.slice(0, 2).map(({ firmId }) => firmId));
    const [third, fourth] = lines.slice(2).map(({ applicationId }) => sha256(made.seed + applicationId)) as [string, string];
    expect(third < fourth).toBe(true);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['funded', 'funded', 'waiting', 'waiting']);
    expect(await fundOf(callId)).toMatchObject({ committedCents: 200_000, freeCents: 0 });
    for (const [index, { applicationId }] of lines.entries()) await until(operator, `/api/programmes/allotments/${applicationId}`, ({ status, place }) => place === index + 1 && status === (index < 2 ? 'granted' : 'waiting'));
    expect((await operator.post(`/api/programmes/calls/${callId}/ranking`)).body.code).toBe('ranking-made-already');
    expect((await newFirm().then((late) => late.owner.post(`/api/programmes/calls/${callId}/applications`, { firmId: late.firmId }))).body.code).toBe('applications-closed');
  });

  it('shows everybody the ranking, and the firms’ ids to operators and to each firm its own', async () => {
    const lines = await places();
    const seen = (await rankingOf(firmAt(lines, 3).owner, callId)).places as Line[];
    expect(seen.map(({ applicationId }) => applicationId)).toEqual(lines.map(({ applicationId }) => applicationId));
    expect(seen.map(({ firmId }) => firmId !== undefined)).toEqual([false, false, true, false]);
  });

  it('tells each firm why it has its place', async () => {
    const lines = await places();
    const explain = async (place: number): Promise<Answer['body']> => (await firmAt(lines, place).owner.get(`/api/programmes/allotments/${lines[place - 1]!.applicationId}/explanation`)).body;
    const second = await explain(2);
    expect(second).toMatchObject({ outcome: 'granted', place: 2 });
    expect(second.reasons.slice(-3)).toEqual([
      { code: 'micro', holds: false, detail: 'Impresa con un solo dipendente: 0 punti su 10.' },
      { code: 'network', holds: true, detail: 'Adesione alla rete: 5 punti su 5.' },
      { code: 'ranked-not-funded', holds: true, detail: 'Posto 2 di 4 con 5 punti (tabella dei punti 1.0); a parità di punti viene prima l’impronta SHA-256 minore di seme e domanda. Chiesti 1.000,00 €; liberi 1.000,00 € quando è toccato a questo posto.' },
    ]);
    const third = await explain(3);
    expect(third).toMatchObject({ outcome: 'waiting', place: 3 });
    expect(third.reasons.at(-1)).toMatchObject({ code: 'ranked-not-funded', holds: false });
  });

  it('gives to the next what a firm renounces', async () => {
    const lines = await places();
    expect((await firmAt(lines, 1).owner.post(`/api/programmes/allotments/${lines[0]!.applicationId}/renunciation`, { reason: 'attività cessata' })).body).toMatchObject({ status: 'renounced', place: 1 });
    await until(operator, `/api/programmes/allotments/${lines[2]!.applicationId}`, ({ status }) => status === 'granted');
    expect((await places()).map(({ outcome }) => outcome)).toEqual(['ended', 'funded', 'funded', 'waiting']);
    expect(await fundOf(callId)).toMatchObject({ committedCents: 200_000, freeCents: 0 });
    const { items } = await until(operator, `/api/programmes/allotments?callId=${callId}`, (page) => page.items.filter(({ status }: { status: string }) => status === 'granted').length === 2);
    expect(items.map(({ status }: { status: string }) => status).sort()).toEqual(['granted', 'granted', 'refused', 'renounced', 'waiting']);
  });

  it('can be tried under another rule, with the seed and the facts that there were', async () => {
    const trial = async (query = ''): Promise<Answer['body']> => (await operator.get(`/api/programmes/calls/${callId}/rule-trial${query}`)).body;
    const same = await trial();
    expect(same.tried).toEqual(same.actual);
    expect(same).toMatchObject({ actual: { firms: 3, cents: 200_000 }, gained: [], lost: [], decisions: 5 });
    const lines = await places();
    const halved = await trial('?firmCapCents=50000');
    expect(halved).toMatchObject({ tried: { firms: 4, cents: 150_000 }, gained: [firmAt(lines, 4).firmId], lost: [] });
    expect(halved.limits.at(-1)).toContain('stesso seme');
    expect((await fundOf(callId)).committedCents).toBe(200_000);
  });
});

describe('at the end of a ranked call', () => {
  it('whoever waits is refused with the place, and what was held in the ceiling of aid is free again', async () => {
    const [one, other] = [await newFirm({ employeesCount: 1 }), await newFirm()];
    const callId = await openCallWith(operator, ranked({ budgetCents: 100_000, closesAt: inSeconds(10), aidRegime: 'de-minimis-2831' }));
    expect([(await applyFor(other, callId)).status, (await applyFor(one, callId)).status]).toEqual(['admissible', 'admissible']);
    const usedBy = async ({ owner, firmId }: SmallFirm): Promise<number> => (await owner.get(`/api/programmes/firms/${firmId}/aid`)).body.ceilings.find(({ regime }: { regime: string }) => regime === 'de-minimis-2831').usedCents;
    expect(await usedBy(other)).toBe(100_000);
    const { places } = await makeRanking(callId);
    expect(places.map(({ firmId, outcome }: Line) => [firmId, outcome])).toEqual([[one.firmId, 'funded'], [other.firmId, 'waiting']]);
    const refused = await until(other.owner, `/api/programmes/allotments/${places[1].applicationId}`, ({ status }) => status === 'refused');
    expect(refused).toMatchObject({ place: 2, refusal: { code: 'ranked-not-funded' } });
    expect((await rankingOf(operator, callId)).places[1].outcome).toBe('unfunded');
    await eventually(async () => (await usedBy(other)) === 0, 'the ceiling to be free again', { withinMs: 10_000 });
    const { rows } = await until(one.owner, `/api/programmes/firms/${one.firmId}/aid`, (view) => view.rows.length === 1);
    expect(rows[0]).toMatchObject({ amountCents: 100_000, cor: expect.any(String) });
  });
});

describe('a call that can’t be ranked so', () => {
  it('is refused at its opening, and one that decides as applications come has no ranking', async () => {
    const { ranking } = ranked();
    await expect(openCallWith(operator, ranked({ ranking: { ...ranking, applicationsCloseAt: inSeconds(-30) } }))).rejects.toThrow('ranking-dates');
    await expect(openCallWith(operator, ranked({ ranking: { ...ranking, criteria: [criteria[0], criteria[0]] } }))).rejects.toThrow('points-table-invalid');
    await expect(openCallWith(operator, ranked({ ranking: { ...ranking, criteria: [] } }))).rejects.toThrow('400');
    await expect(openCallWith(operator, ranked({ ranking: { ...ranking, seedHash: 'a'.repeat(64) } }))).rejects.toThrow('400');
    const plain = await openCallWith(operator);
    expect([(await operator.get(`/api/programmes/calls/${plain}/ranking`)).body.code, (await operator.post(`/api/programmes/calls/${plain}/ranking`)).body.code]).toEqual(['call-not-ranked', 'call-not-ranked']);
    const waiting = await openCallWith(operator, ranked());
    expect((await operator.get(`/api/programmes/calls/${waiting}/rule-trial`)).body.code).toBe('rule-trial-unranked');
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
