import { randomUUID } from 'node:crypto';
import { faultsOf, productBlueprint } from './world/audit';
import { Caller, type Answer } from './world/caller';
import { claimsValidator, fileOf, nurseryOf, payrollOf, upload } from './world/claims';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const CLAIMS = '/api/benefits/claims';
const MINE = '/api/benefits/accounts/mine';
const CHILD = 'ZNBPRI79S09F205T';
const MONTH = today().slice(0, 7);
const CREDIT = 60_000;
/** One in twenty is drawn: that none of so many is happens once in a million times. */
const TRIES = 270;
let product: Product & { readonly url: string };
let territory: Territory;
let [operator, owner, anna, bruno, who]: Caller[] = [];
let claims = 0;

const as = (token: string): Caller => new Caller(() => product.url, token);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code}`;
const freeOf = ({ lots }: Answer['body']): number => lots.filter(({ letter }: { letter: string }) => letter === 'f-bis').reduce((sum: number, { freeCents }: { freeCents: number }) => sum + freeCents, 0);

/** Claims a euro at a time, which Anna approves, until one is drawn for Bruno. */
async function drawn(): Promise<string> {
  for (let tried = 0; tried < TRIES; tried++) {
    claims++;
    const body = nurseryOf(CHILD, { askedCents: 100, document: { number: `${claims}/E`, totalCents: 100 } });
    const { claimId } = await who!.made(CLAIMS, { documentIds: [await upload(who!, fileOf(randomUUID()))], ...body });
    const { status, headers } = await anna!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 100, legible: true, rightCategory: true });
    expect(status).toBe(200);
    const { items } = (await bruno!.get(`${CLAIMS}/queue`, { 'salvatempo-position': headers.get('salvatempo-position')! })).body;
    if (items.length > 0) {
      expect(items).toEqual([expect.objectContaining({ claimId, status: 'approved', reviewBy: expect.any(String) })]);
      await until(who!, `${CLAIMS}/${claimId}`, ({ reimbursedCents }) => reimbursedCents === 100);
      return claimId;
    }
  }
  throw new Error('no claim was drawn');
}

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  territory = await makeTerritory(operator, { people: 1, seed: 779 });
  owner = as(territory.owner);
  [anna, bruno] = [await claimsValidator(operator, 'anna'), await claimsValidator(operator, 'bruno')];
  who = as(territory.employees[0]!.token);
  await owner.made(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents: CREDIT, letter: 'f-bis', validUntil: inDays(200) });
  await who.made('/api/companies/people/me/family-members', {
    relation: 'child', name: 'Nina', surname: 'Arvedi', fiscalCode: CHILD, birthDate: '2024-03-01', dependent: false, cohabiting: true, from: '2024-03-01', declarationAccepted: true,
  });
  await until(who, MINE, ({ lots }) => lots.length === 2);
}, 60_000);

afterAll(leaveNothing);
jest.setTimeout(120_000);

describe('a claim that is drawn for a second look', () => {
  it('is paid all the same, is before somebody else alone, and right once and for all', async () => {
    const claimId = await drawn();
    expect((await anna!.get(`${CLAIMS}/queue`)).body.items).toEqual([]);
    expect((await who!.get(`${CLAIMS}/${claimId}`)).body.review).toBeUndefined();
    const url = `${CLAIMS}/${claimId}/review`;
    expect(codeOf(await anna!.post(`${url}/confirmation`))).toBe('409 claim-other-validator');
    expect(codeOf(await who!.post(`${url}/confirmation`))).toBe('403 not-allowed');
    const sent = { key: 'the-second-look' };
    expect((await bruno!.post(`${url}/confirmation`, undefined, sent)).body).toEqual({ claimId, status: 'approved' });
    expect((await bruno!.post(`${url}/confirmation`, undefined, sent)).body).toEqual({ claimId, status: 'approved' });
    expect(codeOf(await bruno!.post(`${url}/correction`, { approvedCents: 0, code: 'wrong-category' }))).toBe('409 claim-review-none');
    expect((await bruno!.get(`${CLAIMS}/${claimId}`)).body.review).toMatchObject({ outcome: 'confirmed' });
    await until(bruno!, `${CLAIMS}/queue`, ({ items }) => items.length === 0);
  });

  it('that was wrong comes back: the credit to the account, the amount from the payroll of its month', async () => {
    const claimId = await drawn();
    expect(freeOf((await who!.get(MINE)).body)).toBe(CREDIT - claims * 100);
    const url = `${CLAIMS}/${claimId}/review/correction`;
    expect(codeOf(await bruno!.post(url, { approvedCents: 100, code: 'wrong-category' }))).toBe('422 claim-amount');
    const sent = { key: 'the-correction' };
    for (let n = 0; n < 2; n++) expect((await bruno!.post(url, { approvedCents: 30, code: 'wrong-category' }, sent)).body).toEqual({ claimId, status: 'approved' });
    await until(who!, MINE, (body) => freeOf(body) === CREDIT - claims * 100 + 70);
    const told = (await who!.get(`${CLAIMS}/${claimId}`)).body;
    expect(told).toMatchObject({ status: 'approved', approvedCents: 30, reimbursedCents: 30, reason: { code: 'wrong-category' } });
    const payroll = await payrollOf(owner!, territory.firmId, 'paghe');
    await until(owner!, `/api/benefits/reimbursements?firmId=${territory.firmId}&limit=100`, ({ items }) => items.some(({ amountCents }: { amountCents: number }) => amountCents === 30));
    const { status, body } = await payroll.post('/api/benefits/payroll-closings', { firmId: territory.firmId, month: MONTH });
    expect([status, body.reimbursedCents]).toEqual([201, claims * 100 - 70]);
    await who!.made(`${CLAIMS}/${claimId}/appeal`, { text: 'Era la retta.' });
    await until(who!, `${CLAIMS}/${claimId}`, ({ status: state }) => state === 'open');
    expect(codeOf(await bruno!.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: 100, legible: true, rightCategory: true }))).toBe('409 claim-other-validator');
  });
});

it('leaves books without a fault', async () => {
  await product.stop();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
