import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { adviserOf } from './world/advisers';
import { today } from './world/days';
import { firstOperator } from './world/first-operator';
import { openCallWith, signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let firm: SmallFirm;
let callId: string;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  [callId, firm] = await Promise.all([openCallWith(operator, { budgetCents: 100_000, requiredMemberships: ['rete-lodi'] }), signUpFirm(operator, 901)]);
});

afterAll(leaveNothing);
jest.setTimeout(60_000);

const path = (of = callId, { firmId } = firm): string => `/api/programmes/firms/${firmId}/drafts/${of}`;
const codeOf = ({ status, body }: Answer): string => (status < 300 ? String(status) : `${status} ${body.code}`);
const fundOf = async (of = callId): Promise<unknown> => (await operator.get(`/api/programmes/calls/${of}`)).body.fund.committedCents;

describe('a draft of an application', () => {
  it('keeps whatever is typed, finished or not, and shows it again; nothing is declared or reserved', async () => {
    expect((await firm.owner.get(path())).body).toEqual({ callId, firmId: firm.firmId, edition: 0, applications: 'open', applicationsEndAt: expect.any(String) });
    const saved = await firm.owner.post(path(), { edition: 0, memberships: 'rete-lo' });
    expect([saved.status, saved.body]).toEqual([201, { callId, firmId: firm.firmId, edition: 1, savedAt: expect.any(String) }]);
    expect(codeOf(await firm.owner.post(path(), { edition: 1, artisan: true, memberships: 'rete-lodi' }))).toBe('201');
    expect((await firm.owner.get(path())).body).toMatchObject({ edition: 2, typed: { artisan: true, memberships: 'rete-lodi' }, applications: 'open' });
    expect([(await firm.owner.get(`/api/programmes/allotments?firmId=${firm.firmId}`)).body.items, await fundOf()]).toEqual([[], 0]);
  });

  it('is kept once for one request, however often it comes, and not from a page that shows an older one', async () => {
    const rush = await Promise.all(Array.from({ length: 8 }, () => firm.owner.post(path(), { edition: 2, memberships: 'rete-lodi' }, { key: 'draft-once' })));
    for (const { status, body } of rush) expect(status < 300 ? body.edition : body.code).toBe(status < 300 ? 3 : 'request-in-flight');
    const others = await Promise.all(Array.from({ length: 8 }, (_, n) => firm.owner.post(path(), { edition: 3, memberships: `rete-${n}` })));
    expect(others.map(codeOf).sort()).toEqual(['201', ...Array<string>(7).fill('409 draft-changed')]);
    expect((await firm.owner.get(path())).body.edition).toBe(4);
  });

  it('is nobody’s but the firm’s: no officer, adviser or other firm reads, changes or ends it', async () => {
    const adviser = await adviserOf(operator, 905);
    await firm.owner.made(`/api/companies/firms/${firm.firmId}/mandates`, { intermediaryId: adviser.intermediaryId, scopes: ['accompaniment', 'survey', 'documents'], firstDay: today() });
    const other = await signUpFirm(operator, 902);
    for (const who of [operator, other.owner, adviser.member])
      expect([codeOf(await who.get(path())), codeOf(await who.post(path(), { edition: 4 })), codeOf(await who.send('DELETE', path()))]).toEqual(['403 not-allowed', '403 not-allowed', '403 not-allowed']);
  });

  it('gives no place: a firm that applied meanwhile has the money, and the one with the draft is told that none is left', async () => {
    const quick = await signUpFirm(operator, 903);
    expect(await quick.owner.made(`/api/programmes/calls/${callId}/applications`, { firmId: quick.firmId, memberships: ['rete-lodi'] })).toMatchObject({ status: 'granted' });
    expect(await firm.owner.made(`/api/programmes/calls/${callId}/applications`, { firmId: firm.firmId, memberships: ['rete-lodi'] })).toMatchObject({ status: 'refused', refusal: { code: 'budget-exhausted' } });
    const { typed, savedAt } = await until(firm.owner, path(), ({ savedAt: at }) => at === undefined);
    expect([typed, savedAt]).toEqual([undefined, undefined]);
  });

  it('becomes the application: an application ends it, and after it no draft can be begun', async () => {
    const other = await openCallWith(operator);
    expect(codeOf(await firm.owner.post(path(other), { edition: 0, artisan: true }))).toBe('201');
    expect(await firm.owner.made(`/api/programmes/calls/${other}/applications`, { firmId: firm.firmId, artisan: true })).toMatchObject({ status: 'granted' });
    await until(firm.owner, path(other), ({ savedAt }) => savedAt === undefined);
    expect(codeOf(await firm.owner.post(path(other), { edition: 2 }))).toBe('409 allotment-already-requested');
  });

  it('is given up with all that was typed, once', async () => {
    const other = await openCallWith(operator, { opensAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(codeOf(await firm.owner.post(path(other), { edition: 0, memberships: 'rete' }))).toBe('201');
    expect((await firm.owner.get(path(other))).body.applications).toBe('not-yet');
    const [first, again, later] = [await firm.owner.send('DELETE', path(other), { key: 'thrown-away' }), await firm.owner.send('DELETE', path(other), { key: 'thrown-away' }), await firm.owner.send('DELETE', path(other))];
    expect([codeOf(first), again.text, codeOf(later)]).toEqual(['200', first.text, '404 draft-not-found']);
    expect((await firm.owner.get(path(other))).body).not.toHaveProperty('typed');
  });

  it('says of a call that takes no more applications that it is too late, and can still be read and given up', async () => {
    const closesAt = new Date(Date.now() + 1_500).toISOString();
    const other = await openCallWith(operator, { closesAt });
    expect(codeOf(await firm.owner.post(path(other), { edition: 0, otherFunding: true }))).toBe('201');
    const seen = await until(firm.owner, path(other), ({ applications }) => applications === 'closed');
    expect(seen).toMatchObject({ typed: { otherFunding: true }, applicationsEndAt: closesAt, keptUntil: expect.any(String) });
    expect(codeOf(await firm.owner.post(path(other), { edition: 1 }))).toBe('409 applications-closed');
    expect(codeOf(await firm.owner.send('DELETE', path(other)))).toBe('200');
  });

  it('is refused for what is no call, and for more text than a list of codes has', async () => {
    expect(codeOf(await firm.owner.get(path(`cal_${'0'.repeat(26)}`)))).toBe('404 call-not-found');
    expect(codeOf(await firm.owner.post(path(), { edition: 5, memberships: 'x'.repeat(1_001) }))).toBe('400 invalid-request');
    for (const body of [{ memberships: '' }, { edition: 5, artisan: null }]) expect(codeOf(await firm.owner.post(path(), body))).toBe('400 invalid-request');
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
