import type { Answer, Caller } from './world/caller';
import { faultsOf, productBlueprint } from './world/audit';
import { firstOperator } from './world/first-operator';
import { applyFor, openCallWith, signUpFirm, type Declared, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let seed = 500;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
});

afterAll(leaveNothing);

const newFirm = (declared: Declared = {}): Promise<SmallFirm> => signUpFirm(operator, ++seed, declared);
const codeOf = ({ status, refusal }: Answer['body']): string => refusal?.code ?? status;

describe('a call whose rules are data', () => {
  const rules = { eligibleSectors: ['96'], artisansAdmitted: true, eligibleMunicipalities: ['E648', 'A811'], requiredMemberships: ['rete-lodi'], noDoubleFunding: true, funder: 'Ente di prova', text: 'Articolo 1. Finalità.', textVersion: '2.1' };

  it('refuses each firm by the rule that it doesn’t fulfil, reserves nothing, and admits the one that fulfils all', async () => {
    const callId = await openCallWith(operator, rules);
    const member = { memberships: ['rete-lodi'] };
    const [right, large, outside, elsewhere] = await Promise.all([newFirm({ sector: '96.01' }), newFirm({ sector: '96.01', employeesCount: 4, occupatiCount: 5 }), newFirm({ sector: '14.13' }), newFirm({ sector: '96.01', municipality: 'F205' })]);
    const answers = [await applyFor(large, callId, member), await applyFor(outside, callId, member), await applyFor(elsewhere, callId, member), await applyFor(right, callId), await applyFor(right, callId, { ...member, otherFunding: true })];
    expect(answers.map(codeOf)).toEqual(['headcount-too-high', 'sector-not-eligible', 'municipality-not-eligible', 'membership-missing', 'double-funding']);
    expect((await operator.get(`/api/programmes/calls/${callId}`)).body).toMatchObject({ ...rules, fund: { committedCents: 0 } });
    expect([codeOf(await applyFor(right, callId, member)), codeOf(await applyFor(outside, callId, { ...member, artisan: true }))]).toEqual(['granted', 'granted']);
    const { place, textVersion, reasons } = (await right.owner.get(`/api/programmes/allotments/${answers[4].allotmentId}/explanation`)).body;
    expect({ place, textVersion }).toEqual({ place: 6, textVersion: '2.1' });
    expect(reasons.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

  it('is tried with other rules on what really came: who gains, who loses, by Comune; and nothing changes', async () => {
    const callId = await openCallWith(operator, { maxHeadcount: 2, budgetCents: 250_000, eligibleMunicipalities: ['E648'] });
    const firms = [await newFirm({ employeesCount: 3, occupatiCount: 4 }), await newFirm(), await newFirm({ municipality: 'A811' }), await newFirm(), await newFirm()] as const;
    const answers: string[] = [];
    for (const firm of firms) answers.push(codeOf(await applyFor(firm, callId)));
    expect(answers).toEqual(['headcount-too-high', 'granted', 'municipality-not-eligible', 'granted', 'budget-exhausted']);
    const trial = async (query: string): Promise<Answer['body']> => (await operator.get(`/api/programmes/calls/${callId}/rule-trial${query}`)).body;
    const same = await trial('');
    expect(same).toMatchObject({ actual: { firms: 2, cents: 200_000, byMunicipality: [{ municipality: 'E648', firms: 2, cents: 200_000 }] }, gained: [], lost: [], decisions: 5, notTried: 0 });
    expect(same.tried).toEqual(same.actual);
    expect(same.limits[0]).toContain('Chi non ha mai fatto domanda');
    // With a wider rule those who came first get what others had.
    expect(await trial('?maxHeadcount=3&eligibleMunicipalities=any')).toMatchObject({ tried: { firms: 2, cents: 200_000, refusals: { 'budget-exhausted': 3 } }, gained: [firms[0].firmId], lost: [firms[3].firmId] });
    expect(await trial('?budgetCents=1000000')).toMatchObject({ tried: { firms: 3, cents: 300_000 }, gained: [firms[4].firmId], lost: [] });
    expect(await trial('?firmCapCents=50000&maxHeadcount=3')).toMatchObject({ tried: { firms: 4, cents: 200_000 } });
    expect((await operator.get(`/api/programmes/calls/${callId}`)).body).toMatchObject({ maxHeadcount: 2, fund: { committedCents: 200_000 } });
    expect((await operator.get(`/api/programmes/calls/${callId}/rule-trial?maxHeadcount=0`)).status).toBe(400);
  });
});

describe('the last euro of a fund', () => {
  it('is one firm’s, however many reach for it: of 64 at once as many have a grant as the budget pays for, and nothing is left over', async () => {
    const callId = await openCallWith(operator, { budgetCents: 1_099_999 });
    const firms: SmallFirm[] = [];
    for (let batch = 0; batch < 8; batch++) firms.push(...(await Promise.all(Array.from({ length: 8 }, () => newFirm()))));
    const answers = await Promise.all(firms.map((firm) => applyFor(firm, callId)));
    expect(answers.map(codeOf).sort()).toEqual([...Array<string>(54).fill('budget-exhausted'), ...Array<string>(10).fill('granted')]);
    expect((await operator.get(`/api/programmes/calls/${callId}`)).body.fund).toEqual({ budgetCents: 1_099_999, committedCents: 1_000_000, paidCents: 0, freeCents: 99_999 });
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
