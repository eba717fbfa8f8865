import { fiscalCodeOf } from '../../scripts/tour/fiscal-code';
import { faultsOf, productBlueprint } from './world/audit';
import { fulfil } from './world/buying';
import { Caller, type Answer } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { makeTerritory, until, type Territory } from './world/territory';

const dataDir = freshFolder();
const OWNER = { name: 'Ermelinda', surname: 'Cattabriga', fiscalCode: fiscalCodeOf({ name: 'Ermelinda', surname: 'Cattabriga', year: 71, month: 3, day: 9, place: 'F205' }) };
const PAYEE = { TRANSFER_PAYEE: 'Comune di Prova', TRANSFER_IBAN: 'IT60X0542811101000000123456' };
let product: Product & { readonly url: string };
let territory: Territory;
let withdrawn: string;
let received: { readonly purchaseId: string; readonly voucherId: string };

const as = (token: string): Caller => new Caller(() => product.url, token);
const quoted = (): Promise<Answer['body']> => as(territory.owner).get(`/api/marketplace/own-quotes?offerId=${territory.offerId}`).then(({ body }) => body);
const asked = async (): Promise<Answer> => {
  const { quoteId, totalCents } = await quoted();
  return as(territory.owner).post('/api/marketplace/own-purchases', { offerId: territory.offerId, quoteId, totalCents }, { headers: { prefer: 'wait=10' } });
};
const purchaseBecomes = (purchaseId: string, status: string): Promise<Answer['body']> => until(as(territory.owner), `/api/marketplace/purchases/${purchaseId}`, (body) => body.status === status);
const transferred = (purchaseId: string, more: object = {}): Promise<Answer> =>
  as(territory.operator).post(`/api/marketplace/purchases/${purchaseId}/transfers`, { amountCents: 1_200, receivedOn: today(), bankReference: 'CRO 12345678901', ...more });
const tasks = async (query: string): Promise<string[]> => {
  const { body } = await as(territory.operator).get(`/api/marketplace/transfers?${query}`);
  return body.items.map(({ purchaseId }: { purchaseId: string }) => purchaseId);
};

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'], env: PAYEE });
  territory = await makeTerritory(await firstOperator(product, () => product.url), { people: 1, seed: 250, terms: { cup: 'E12C34567890001' } });
}, 60_000);

afterAll(leaveNothing);

describe('what an owner would pay for themself', () => {
  it('is the price without the incentive, from no account and under no letter of art. 51', async () => {
    const { offerId, firmId, owner } = territory;
    const hasIncentive = ({ shares }: { shares: { source: string }[] }): boolean => shares.some(({ source }) => source === 'incentive');
    const quote = await until(as(owner), `/api/marketplace/own-quotes?offerId=${offerId}`, (body) => hasIncentive(body as never));
    expect(quote).toMatchObject({ firmId, totalCents: 4_000, shares: [{ source: 'incentive', amountCents: 2_800 }, { source: 'own', amountCents: 1_200 }], maxValidityDays: 90, transferDays: 10 });
    for (const word of ['taxLetter', 'spendableCents']) expect(Object.keys(quote)).not.toContain(word);
  });

  it('is for the firm’s own administrator, and for an offer that there is', async () => {
    const { offerId, owner, employees } = territory;
    const answered = async (token: string, query: string) => {
      const { status, body } = await as(token).get(`/api/marketplace/own-quotes?${query}`);
      return [status, body.code];
    };
    expect(await answered(employees[0]!.token, `offerId=${offerId}`)).toEqual([403, 'not-allowed']);
    expect(await answered(owner, `offerId=${offerId}&firmId=com_${'0'.repeat(26)}`)).toEqual([403, 'not-allowed']);
    expect(await answered(owner, `offerId=off_${'0'.repeat(26)}`)).toEqual([404, 'offer-not-found']);
  });

  it('can’t be bought on until the firm says who its owner is', async () => {
    expect((await quoted()).obstacle).toMatchObject({ code: 'owner-not-declared' });
    expect(await asked()).toMatchObject({ status: 409, body: { code: 'owner-not-declared' } });
    await as(territory.owner).made(`/api/companies/firms/${territory.firmId}/declarations`, {
      name: 'Sartoria di prova', employeesCount: 1, occupatiCount: 2, sector: '14.13', municipality: 'E648', declarationAccepted: true,
      ownerName: OWNER.name, ownerSurname: OWNER.surname, ownerFiscalCode: OWNER.fiscalCode,
    });
    await until(as(territory.owner), `/api/marketplace/own-quotes?offerId=${territory.offerId}`, ({ obstacle }) => obstacle === undefined);
  });
});

describe('what an owner buys for themself', () => {
  it('awaits their transfer with its reference, and nothing is issued before', async () => {
    const { status, body } = await asked();
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'awaiting-transfer', payments: [{ source: 'incentive', amountCents: 2_800, status: 'held' }, { source: 'own', amountCents: 1_200, status: 'asked' }], transfer: { amountCents: 1_200 } } });
    expect(body.transfer.reference).toMatch(/^\d{16}$/);
    for (const word of ['voucherId', 'voucherExpiresAt']) expect(Object.keys(body)).not.toContain(word);
    const listed = await until(as(territory.owner), '/api/marketplace/own-purchases', ({ items }) => items.length === 1 && items[0].status === 'awaiting-transfer');
    expect(listed.payTo).toEqual({ payee: 'Comune di Prova', iban: 'IT60X0542811101000000123456' });
    withdrawn = body.purchaseId;
  });

  it('is given up while nothing is paid; the grant is free again, and a transfer that comes all the same is owed back and sent back', async () => {
    await as(territory.owner).made(`/api/marketplace/purchases/${withdrawn}/withdrawal`);
    expect(await purchaseBecomes(withdrawn, 'refused')).toMatchObject({ refusal: { code: 'purchase-withdrawn' } });
    const free = await until(as(territory.owner), `/api/programmes/allotments?firmId=${territory.firmId}`, ({ items }) => items[0].heldCents === 0);
    expect(free.items[0].freeCents).toBe(100_000);
    expect(await transferred(withdrawn)).toMatchObject({ status: 201, body: { purchaseId: withdrawn, outcome: 'owed-back', amountCents: 1_200 } });
    await until(as(territory.operator), '/api/marketplace/transfers?task=owed-back', ({ items }) => items.length === 1);
    const back = { amountCents: 1_200, paidOn: today(), bankReference: 'CRO 99999999999' };
    expect(await as(territory.operator).post(`/api/marketplace/purchases/${withdrawn}/paybacks`, back)).toMatchObject({ status: 201, body: { outcome: 'paid-back' } });
    expect((await as(territory.owner).get(`/api/marketplace/purchases/${withdrawn}`)).body.transfer).toMatchObject({ receivedCents: 0, owedBackCents: 0, paidBackCents: 1_200 });
    expect(await as(territory.operator).post(`/api/marketplace/purchases/${withdrawn}/paybacks`, back)).toMatchObject({ status: 409, body: { code: 'transfer-nothing-owed' } });
  });

  it('is found by the digits on the transfer, a slip of the pen told, and issued once the officer records it', async () => {
    const { body } = await asked();
    const { purchaseId, transfer: { reference } } = body;
    await until(as(territory.operator), '/api/marketplace/transfers', ({ items }) => items.length === 1);
    expect(await tasks(`reference=${encodeURIComponent(reference.replace(/(.{4})/g, '$1 '))}`)).toEqual([purchaseId]);
    const slip = `${(Number(reference[0]) + 1) % 10}${reference.slice(1)}`;
    expect(await as(territory.operator).get(`/api/marketplace/transfers?reference=${slip}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await transferred(purchaseId, { amountCents: 1_100 })).toMatchObject({ status: 409, body: { code: 'transfer-amount' } });
    expect(await transferred(purchaseId, { receivedOn: inDays(1) })).toMatchObject({ status: 422, body: { code: 'transfer-day' } });
    expect(await transferred(purchaseId)).toMatchObject({ status: 201, body: { outcome: 'received', amountCents: 1_200 } });
    const active = await purchaseBecomes(purchaseId, 'active');
    expect(active).toMatchObject({ payments: [{ source: 'incentive', status: 'held' }, { source: 'own', status: 'held' }] });
    received = active;
    await until(as(territory.operator), '/api/marketplace/transfers', ({ items }) => items.length === 0);
  });

  it('is an order receipt without a letter, in the owner’s name, with its code for the firm’s administrator alone', async () => {
    const { body } = await as(territory.owner).get(`/api/vouchers/${received.voucherId}`);
    expect(body).toMatchObject({ status: 'issued', receipt: 'order', valueCents: 4_000, holderFiscalCodeTail: OWNER.fiscalCode.slice(-4), code: expect.stringMatching(/^(.{4}-){3}.{4}$/) });
    expect(Object.keys(body)).not.toContain('taxLetter');
    expect((await as(territory.owner).get(`/api/vouchers/${received.voucherId}/qr.svg`)).status).toBe(200);
    expect((await as(territory.employees[0]!.token).get(`/api/vouchers/${received.voucherId}`)).status).toBe(403);
    expect((await as(territory.employees[0]!.token).get(`/api/marketplace/purchases/${received.purchaseId}`)).status).toBe(403);
    expect((await as(territory.employees[0]!.token).get('/api/marketplace/own-purchases')).status).toBe(403);
    expect((await as(territory.owner).get('/api/marketplace/transfers')).status).toBe(403);
  });

  it('is paid on proof for its whole price, and the dossier counts the owner’s part as co-funding', async () => {
    await fulfil(as(territory.manager), as(territory.owner), territory, { purchaseId: received.purchaseId, key: 'own', employee: { fiscalCode: OWNER.fiscalCode, personId: '', token: '' }, body: {}, text: '' });
    const settled = await purchaseBecomes(received.purchaseId, 'settled');
    expect(settled.payments.map(({ source, status }: { source: string; status: string }) => [source, status])).toEqual([['incentive', 'paid'], ['own', 'paid']]);
    const dossier = await until(as(territory.operator), `/api/programmes/calls/${territory.callId}/dossier`, ({ lineCount }: Answer['body']) => lineCount === 1);
    expect(dossier.lines[0]).toMatchObject({ purchaseId: received.purchaseId, totalCents: 4_000, eligibleCents: 2_800, coFundingCents: 1_200 });
  });

  it('owes the transfer back when the owner cancels the receipt before its use', async () => {
    const { body } = await asked();
    await transferred(body.purchaseId, { bankReference: 'CRO 22222222222' });
    const { voucherId } = await purchaseBecomes(body.purchaseId, 'active');
    await as(territory.owner).made(`/api/vouchers/${voucherId}/cancellation`);
    const ended = await until(as(territory.owner), `/api/marketplace/purchases/${body.purchaseId}`, ({ transfer }) => transfer.owedBackCents === 1_200);
    expect(ended).toMatchObject({ status: 'cancelled', payments: [{ source: 'incentive', status: 'released' }, { source: 'own', status: 'released' }] });
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
