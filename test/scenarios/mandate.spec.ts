import { adviserOf, type Adviser } from './world/advisers';
import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { today } from './world/days';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let firm: SmallFirm;
let adviser: Adviser;
let association: Adviser;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  [firm, adviser, association] = [await signUpFirm(operator, 831), await adviserOf(operator, 831), await adviserOf(operator, 832, 'association')];
});

afterAll(leaveNothing);

const F = (): string => `/api/companies/firms/${firm.firmId}`;
const NOWHERE = '/api/companies/firms/com_00000000000000000000000000';
const codeOf = ({ status, body }: Answer): string => (status < 300 ? String(status) : `${status} ${body.code}`);
const give = (to: Adviser, scopes: readonly string[], firstDay = today()): Promise<Answer> => firm.owner.post(`${F()}/mandates`, { intermediaryId: to.intermediaryId, scopes, firstDay });
const end = (of: Adviser, endsOn = today()): Promise<Answer> => firm.owner.post(`${F()}/mandates/${of.intermediaryId}/end`, { endsOn });
const begin = (who: Caller, step: string, at = F()): Promise<Answer> => who.post(`${at}/accompaniment/steps/${step}/beginning`, { owner: 'adviser', begunOn: today(), dueOn: '2099-12-31' });
const handIn = (who: Caller, at = F()): Promise<Answer> => who.post(`${at}/accompaniment/steps/tax-advice/deliverables`, { deliverable: 'advice-note', on: today() });
const open = (who: Caller, at = F()): Promise<Answer> => who.post(`${at}/surveys`, { closesOn: today() });
/** Everything that a mandate could be for. */
const asked = async (who: Caller, at = F()): Promise<string[]> =>
  (await Promise.all([who.get(at), who.get(`${at}/accompaniment`), begin(who, 'tax-advice', at), handIn(who, at), open(who, at), who.get(`${at}/surveys`)])).map(codeOf);
const NOTHING = Array.from({ length: 6 }, () => '403 not-allowed');

describe('a mandate', () => {
  it('is what an adviser sees a firm by: without one it is as if there were no such firm', async () => {
    expect(await asked(adviser.member)).toEqual(NOTHING);
    expect(await asked(adviser.member, NOWHERE)).toEqual(NOTHING);
    expect((await adviser.member.get('/api/companies/mandates/mine')).body).toEqual({ items: [] });
    expect([codeOf(await adviser.member.get('/api/companies/firms')), codeOf(await adviser.member.get(`${F()}/mandates`)), codeOf(await adviser.member.get('/api/companies/intermediaries'))]).toEqual(['403 not-allowed', '403 not-allowed', '403 not-allowed']);
  });

  it('lets whom it names do what it is for, and nobody else', async () => {
    expect(codeOf(await give(adviser, ['accompaniment']))).toBe('201');
    expect(await asked(adviser.member)).toEqual(['200', '200', '201', '403 not-allowed', '403 not-allowed', '403 not-allowed']);
    expect(await asked(association.member)).toEqual(NOTHING);
    expect(codeOf(await give(association, ['survey', 'documents']))).toBe('201');
    expect(await asked(association.member)).toEqual(['200', '200', '403 not-allowed', '201', '201', '200']);
    expect(codeOf(await adviser.member.get(`${F()}/employees`))).toBe('403 not-allowed');
    expect(codeOf(await adviser.member.post(`${F()}/mandates`, { intermediaryId: adviser.intermediaryId, scopes: ['survey'], firstDay: today() }))).toBe('403 not-allowed');
    expect((await adviser.member.get(F())).body).toEqual(expect.not.objectContaining({ ibanTail: expect.anything(), owner: expect.anything() }));
  });

  it('puts the firm on the list of whom it names, with what is due', async () => {
    const { items } = await until(adviser.member, '/api/companies/mandates/mine', (body) => body.items.length === 1);
    expect(items).toEqual([{ firmId: firm.firmId, intermediaryId: adviser.intermediaryId, name: expect.any(String), municipality: 'E648', scopes: ['accompaniment'], firstDay: today(), nextStep: { code: 'tax-advice', title: 'Consulenza fiscale', stage: 'under-way', dueOn: '2099-12-31', late: false } }]);
    const mine = await until(firm.owner, `${F()}/mandates`, (body) => body.items.length === 2);
    expect(mine.items.map(({ stage, intermediaryName }: { stage: string; intermediaryName: string }) => [stage, intermediaryName])).toEqual([['in-force', 'Studio Grecchi 832'], ['in-force', 'Studio Grecchi 831']]);
  });

  it('ends for the very next request, once, and may be given again', async () => {
    expect(codeOf(await give(adviser, ['survey']))).toBe('409 mandate-given-already');
    expect(codeOf(await end(adviser))).toBe('201');
    expect(await asked(adviser.member)).toEqual(NOTHING);
    expect((await adviser.member.get('/api/companies/mandates/mine')).body).toEqual({ items: [] });
    expect(codeOf(await end(adviser))).toBe('409 mandate-ended-already');
    expect(codeOf(await give(adviser, ['survey'], '2099-01-01'))).toBe('201');
    expect(await asked(adviser.member)).toEqual(NOTHING);
  });

  it('lets nobody do anything who was taken off the office', async () => {
    const member = `/api/companies/intermediaries/${association.intermediaryId}/members/${association.personId}`;
    expect(codeOf(await association.member.get(F()))).toBe('200');
    expect(codeOf(await operator.send('DELETE', member))).toBe('200');
    expect(await asked(association.member)).toEqual(NOTHING);
    expect((await association.member.get('/api/companies/mandates/mine')).body).toEqual({ items: [] });
    expect(codeOf(await operator.send('DELETE', member))).toBe('409 intermediary-member-not-there');
  });

  it('is refused for days and things that there aren’t', async () => {
    expect(codeOf(await give(adviser, [], today()))).toBe('400 invalid-request');
    expect(codeOf(await give(adviser, ['everything']))).toBe('400 invalid-request');
    expect(codeOf(await give(adviser, ['survey'], '2020-01-01'))).toBe('400 invalid-request');
    expect(codeOf(await give({ ...adviser, intermediaryId: `itm_${'0'.repeat(26)}` }, ['survey']))).toBe('404 intermediary-not-found');
    expect(codeOf(await end({ ...adviser, intermediaryId: `itm_${'0'.repeat(26)}` }))).toBe('404 mandate-not-found');
    const other = await signUpFirm(operator, 833);
    expect(codeOf(await other.owner.post(`${F()}/mandates`, { intermediaryId: adviser.intermediaryId, scopes: ['survey'], firstDay: today() }))).toBe('403 not-allowed');
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
