import { addDays } from '@salvatempo/kernel';
import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { openCallWith, signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { today } from './world/days';
import { until } from './world/territory';

const dataDir = freshFolder();
const F = '/api/programmes/hours-funds';
let product: Product & { readonly url: string };
let operator: Caller;
let firm: SmallFirm;
let other: SmallFirm;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  [firm, other] = await Promise.all([signUpFirm(operator, 941), signUpFirm(operator, 942)]);
});

afterAll(leaveNothing);

const open = async (minutes: number, terms: object = {}): Promise<string> =>
  (await operator.made(F, { title: 'Mediatori culturali', opensOn: today(), closesOn: addDays(today(), 200), pots: [{ municipality: 'E648', minutes }, { municipality: 'C816', minutes: 120 }], ...terms })).hoursFundId;
const ask = (who: Caller, fundId: string, minutes: number, change: object = {}): Promise<Answer> => who.post(`${F}/${fundId}/requests`, { municipality: 'E648', minutes, ...change });
const fundOf = async (fundId: string, who: Caller = operator): Promise<Answer['body']> => (await who.get(`${F}/${fundId}`)).body;
const pot = (budgetMinutes: number, committedMinutes: number, usedMinutes: number) => ({ municipality: 'E648', budgetMinutes, committedMinutes, usedMinutes, freeMinutes: budgetMinutes - committedMinutes - usedMinutes });

describe('a fund of mediator hours', () => {
  it('gives its last hour once, whoever of 64 asks for it', async () => {
    const fundId = await open(180);
    expect((await ask(firm.owner, fundId, 120, { firmId: firm.firmId })).status).toBe(201);
    const askers = [{ who: firm.owner, of: { firmId: firm.firmId } }, { who: other.owner, of: { firmId: other.firmId } }, { who: operator, of: {} }];
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => ask(askers[n % 3]!.who, fundId, 60, askers[n % 3]!.of)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'hours-exhausted')).toHaveLength(63);
    const after = await fundOf(fundId);
    expect(after.pots).toEqual([pot(180, 180, 0), { municipality: 'C816', budgetMinutes: 120, committedMinutes: 0, usedMinutes: 0, freeMinutes: 120 }]);
    expect(after.requests).toHaveLength(2);
  });

  it('counts what was worked with its proof, frees the rest, and gives back what isn’t wanted', async () => {
    const fundId = await open(180);
    const { requestId } = (await ask(firm.owner, fundId, 120, { firmId: firm.firmId })).body;
    const forSchool = (await ask(operator, fundId, 60)).body;
    expect(forSchool).not.toHaveProperty('firmId');
    const use = (who: Caller, body: object = {}): Promise<Answer> => who.post(`${F}/${fundId}/requests/${requestId}/use`, { usedMinutes: 90, workedOn: today(), proof: 'registro 12/2026', ...body });
    expect((await use(firm.owner)).status).toBe(403);
    expect((await use(operator, { usedMinutes: 121 })).body.code).toBe('hours-exceed-reserved');
    expect((await use(operator, { workedOn: addDays(today(), 1) })).body.code).toBe('hours-day');
    expect((await use(operator, { proof: 'firmato da Adelea Arvedi' })).status).toBe(400);
    expect(await use(operator)).toMatchObject({ status: 201, body: { requestId, minutes: 120, usedMinutes: 90, proof: 'registro 12/2026' } });
    expect((await fundOf(fundId)).pots[0]).toEqual(pot(180, 60, 90));
    // A firm gives back what is its own, and nothing else.
    expect((await firm.owner.post(`${F}/${fundId}/requests/${forSchool.requestId}/return`)).status).toBe(403);
    expect((await operator.post(`${F}/${fundId}/requests/${forSchool.requestId}/return`)).body).toMatchObject({ usedMinutes: 0, minutes: 60 });
    expect((await firm.owner.post(`${F}/${fundId}/requests/${requestId}/return`)).body.code).toBe('hours-request-not-found');
    expect((await fundOf(fundId)).pots[0]).toEqual(pot(180, 0, 90));
    expect((await ask(other.owner, fundId, 91, { firmId: other.firmId })).body.code).toBe('hours-exhausted');
    const again = (await ask(other.owner, fundId, 90, { firmId: other.firmId })).body;
    expect([(await fundOf(fundId, firm.owner)).requests, (await fundOf(fundId, other.owner)).requests, (await fundOf(fundId, firm.owner)).ended]).toMatchObject([[], [{ requestId: again.requestId }], [{ requestId }]]);
    await until(operator, F, ({ items }) => items.find((one: { hoursFundId: string }) => one.hoursFundId === fundId)?.pots[0].committedMinutes === 90);
  });

  it('says why not: another Comune, another firm, euros, days that are none', async () => {
    const fundId = await open(60);
    const callId = await openCallWith(operator, {});
    expect((await ask(firm.owner, fundId, 30, { firmId: firm.firmId, municipality: 'F205' })).body.code).toBe('municipality-outside-fund');
    expect((await ask(firm.owner, fundId, 30, { firmId: other.firmId })).status).toBe(403);
    expect((await ask(firm.owner, fundId, 30)).status).toBe(403);
    expect((await ask(firm.owner, callId, 30, { firmId: firm.firmId })).body.code).toBe('fund-unit-mismatch');
    expect((await firm.owner.post(`/api/programmes/calls/${fundId}/applications`, { firmId: firm.firmId })).body.code).toBe('fund-unit-mismatch');
    expect((await ask(firm.owner, fundId, 30.5, { firmId: firm.firmId })).status).toBe(400);
    await expect(open(60, { closesOn: addDays(today(), -1) })).rejects.toThrow('422');
    const later = await open(60, { opensOn: addDays(today(), 3) });
    expect((await ask(firm.owner, later, 30, { firmId: firm.firmId })).body.code).toBe('hours-fund-not-open');
    expect((await fundOf(fundId)).pots[0]).toEqual(pot(60, 0, 0));
    // No list of money has a fund of hours in it.
    const { items } = (await operator.get('/api/programmes/calls')).body;
    expect(items.map((one: { callId: string }) => one.callId)).toEqual([callId]);
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
