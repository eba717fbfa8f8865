import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { applyFor, openCallWith, signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { until } from './world/territory';

const dataDir = freshFolder();
const AID = { aidRegime: 'de-minimis-2831', cup: 'E61B26000010007' };
/** The ceiling of a single undertaking in any three years (docs/rules). */
const CEILING = 30_000_000;
const DAY_MS = 86_400_000;

let product: Product & { readonly url: string };
let operator: Caller;
let seed = 100;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
});

afterAll(leaveNothing);

const newFirm = (): Promise<SmallFirm> => signUpFirm(operator, ++seed);
const declare = ({ owner, firmId }: SmallFirm, amountCents: number, grantedOn = inDays(-100)): Promise<Answer['body']> =>
  owner.made(`/api/programmes/firms/${firmId}/aid`, { items: [{ regime: 'de-minimis-2831', amountCents, grantedOn }] });
const aidOf = async (who: Caller, firmId: string): Promise<Answer['body']> => (await who.get(`/api/programmes/firms/${firmId}/aid`)).body;
const link = (one: SmallFirm, other: SmallFirm): Promise<Answer['body']> => operator.made('/api/programmes/undertaking-links', { firmIds: [one.firmId, other.firmId], reason: 'stesso titolare di maggioranza' });
const ceilingOf = (view: Answer['body']): { usedCents: number; freeCents: number } => view.ceilings.find(({ regime }: { regime: string }) => regime === 'de-minimis-2831');

describe('a grant that is de minimis aid', () => {
  it('gets its COR before it is granted, and a row with COR, CUP and dates', async () => {
    const firm = await newFirm();
    const callId = await openCallWith(operator, AID);
    const granted = await applyFor(firm, callId);
    expect(granted).toMatchObject({ status: 'granted', grantedCents: 100_000 });
    const { rows } = await until(firm.owner, `/api/programmes/firms/${firm.firmId}/aid`, (view) => view.rows.length === 1);
    expect(rows).toEqual([{ rowId: granted.allotmentId, firmId: firm.firmId, regime: 'de-minimis-2831', amountCents: 100_000, source: 'granted', callId, cor: expect.stringMatching(/^\d{15}$/), cup: AID.cup, grantedOn: today(), actDueOn: expect.any(String) }]);
    expect(Date.parse(rows[0].actDueOn) - Date.parse(rows[0].grantedOn)).toBe(20 * DAY_MS);
    expect(ceilingOf(await aidOf(firm.owner, firm.firmId))).toMatchObject({ usedCents: 100_000, freeCents: CEILING - 100_000 });
  });

  // Rules, vector 11: 299,500 in three years, and 600 more.
  it('is refused whole above the ceiling, with nothing reserved and a reason, and may be had again when the window has moved', async () => {
    const firm = await newFirm();
    await declare(firm, 29_950_000);
    const callId = await openCallWith(operator, { ...AID, firmCapCents: 60_000, personCapCents: 50_000 });
    const refused = await applyFor(firm, callId);
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'de-minimis-exceeded' } });
    expect((await operator.get(`/api/programmes/calls/${callId}`)).body.fund).toMatchObject({ committedCents: 0, freeCents: 5_000_000 });
    expect(ceilingOf(await aidOf(firm.owner, firm.firmId))).toMatchObject({ usedCents: 29_950_000 });
    const { reasons, place } = (await firm.owner.get(`/api/programmes/allotments/${refused.allotmentId}/explanation`)).body;
    expect(place).toBe(1);
    expect(reasons.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([
      { code: 'de-minimis-exceeded', holds: false, detail: 'Aiuti de minimis dell’impresa unica negli ultimi 3 anni: 299.500,00 € su 300.000,00 € (tabella 2026-11). Chiesti 600,00 €: non ammessi.' },
    ]);
    const other = await newFirm();
    await declare(other, 29_950_000, inDays(-3 * 366));
    expect(await applyFor(other, callId)).toMatchObject({ status: 'granted', grantedCents: 60_000 });
  });

  it('is reduced to what is left where the call says so', async () => {
    const firm = await newFirm();
    await declare(firm, 29_950_000);
    const callId = await openCallWith(operator, { ...AID, onAidExcess: 'reduce', firmCapCents: 60_000 });
    expect(await applyFor(firm, callId)).toMatchObject({ status: 'granted', askedCents: 60_000, grantedCents: 50_000, freeCents: 50_000 });
    expect((await operator.get(`/api/programmes/calls/${callId}`)).body.fund).toMatchObject({ committedCents: 50_000 });
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, ({ rows }) => rows.length === 2);
    expect(ceilingOf(await aidOf(operator, firm.firmId))).toMatchObject({ usedCents: CEILING, freeCents: 0 });
  });

  it('that the call refuses for another reason leaves the ceiling as it was', async () => {
    const firm = await newFirm();
    const refused = await applyFor(firm, await openCallWith(operator, { ...AID, eligibleMunicipalities: ['F205'] }));
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'municipality-not-eligible' } });
    expect(ceilingOf(await aidOf(firm.owner, firm.firmId))).toMatchObject({ usedCents: 0 });
    expect(await applyFor(firm, await openCallWith(operator, AID))).toMatchObject({ status: 'granted' });
  });

  it('has its act’s date sent by the operator, once', async () => {
    const firm = await newFirm();
    const { allotmentId } = await applyFor(firm, await openCallWith(operator, AID));
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, ({ rows }) => rows.length === 1);
    const act = `/api/programmes/allotments/${allotmentId}/grant-act`;
    expect((await operator.post(act, { actOn: inDays(1) })).body.code).toBe('grant-act-date');
    expect((await operator.post(act, { actOn: today() })).body).toMatchObject({ rowId: allotmentId, actOn: today() });
    expect((await operator.post(act, { actOn: today() })).body.code).toBe('grant-act-sent-already');
    const plain = await applyFor(firm, await openCallWith(operator));
    expect((await operator.post(`/api/programmes/allotments/${plain.allotmentId}/grant-act`, { actOn: today() })).body.code).toBe('aid-not-recorded');
  });

  it('that the firm gives up, or the operator takes back, is free again in the fund and in the ceiling', async () => {
    const firm = await newFirm();
    await declare(firm, 29_900_000);
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => openCallWith(operator, AID)));
    const { allotmentId } = await applyFor(firm, first!);
    expect(await applyFor(firm, second!)).toMatchObject({ status: 'refused', refusal: { code: 'de-minimis-exceeded' } });
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, ({ rows }) => rows.length === 2);
    const renounced = await firm.owner.post(`/api/programmes/allotments/${allotmentId}/renunciation`, { reason: 'attività sospesa' });
    expect(renounced.body).toMatchObject({ status: 'renounced', grantedCents: 0, freeCents: 0, ending: { reason: 'attività sospesa', recoverCents: 0, interestCents: 0 } });
    await until(operator, `/api/programmes/calls/${first}`, ({ fund }) => fund.freeCents === 5_000_000);
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, (view) => ceilingOf(view).usedCents === 29_900_000);
    const again = await applyFor(firm, second!);
    expect(again).toMatchObject({ status: 'granted' });
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, ({ rows }) => rows.length === 3);
    const revoked = await operator.post(`/api/programmes/allotments/${again.allotmentId}/revocation`, { reason: 'requisiti mancanti', interestBasisPoints: 250, interestReason: 'tasso del bando' });
    expect(revoked.body).toMatchObject({ status: 'revoked', ending: { reason: 'requisiti mancanti', recoverCents: 0, interestRule: { basisPoints: 250, reason: 'tasso del bando' } } });
    expect((await operator.post(`/api/programmes/allotments/${again.allotmentId}/revocation`, { reason: 'ancora' })).body.code).toBe('allotment-not-granted');
    await until(operator, `/api/programmes/firms/${firm.firmId}/aid`, (view) => ceilingOf(view).usedCents === 29_900_000);
    expect(await applyFor(firm, third!)).toMatchObject({ status: 'granted' });
  });

  it('can’t be promised under a regulation that isn’t in force', async () => {
    const refused = openCallWith(operator, { aidRegime: 'de-minimis-1407' });
    await expect(refused).rejects.toThrow('aid-regime-not-in-force');
  });
});

describe('two firms that are one undertaking', () => {
  it('have one ceiling: what one was granted counts for the other, and a firm sees its own rows only', async () => {
    const [one, other] = [await newFirm(), await newFirm()];
    await declare(one, 20_000_000);
    await declare(other, 9_950_000);
    expect(await link(one, other)).toMatchObject({ status: 'linked' });
    expect(await link(other, one)).toMatchObject({ status: 'linked' });
    const callId = await openCallWith(operator, AID);
    expect(await applyFor(other, callId)).toMatchObject({ status: 'refused', refusal: { code: 'de-minimis-exceeded' } });
    const seen = await aidOf(one.owner, one.firmId);
    expect(seen).toMatchObject({ firmIds: [one.firmId], rows: [{ firmId: one.firmId }] });
    expect(ceilingOf(seen)).toMatchObject({ usedCents: 29_950_000 });
    expect((await aidOf(operator, other.firmId)).firmIds.sort()).toEqual([one.firmId, other.firmId].sort());
    expect((await operator.post('/api/programmes/undertaking-links', { firmIds: [one.firmId, one.firmId], reason: 'prova' })).body.code).toBe('undertaking-same-firm');
  });

  it('never exceed it together: 64 clients of the two apply at once', async () => {
    const [one, other] = [await newFirm(), await newFirm()];
    await link(one, other);
    const calls = await Promise.all(Array.from({ length: 32 }, () => openCallWith(operator, { ...AID, firmCapCents: 1_000_000, personCapCents: 1_000_000 })));
    const answers = await Promise.all(calls.flatMap((callId) => [applyFor(one, callId), applyFor(other, callId)]));
    const granted = answers.filter(({ status }) => status === 'granted');
    expect(granted).toHaveLength(CEILING / 1_000_000);
    expect(new Set(answers.filter(({ status }) => status !== 'granted').map(({ refusal }) => refusal.code))).toEqual(new Set(['de-minimis-exceeded']));
    const { rows } = await until(operator, `/api/programmes/firms/${one.firmId}/aid`, (view) => view.rows.length === 30);
    expect(rows.reduce((sum: number, { amountCents }: { amountCents: number }) => sum + amountCents, 0)).toBe(CEILING);
    expect(new Set(rows.map(({ cor }: { cor: string }) => cor)).size).toBe(30);
    const funds = await Promise.all(calls.map(async (callId) => (await operator.get(`/api/programmes/calls/${callId}`)).body.fund.committedCents as number));
    expect(funds.reduce((sum, cents) => sum + cents, 0)).toBe(CEILING);
  });

  it('nor while they are being linked: from the link on nothing is added above the ceiling', async () => {
    for (let round = 0; round < 4; round++) await linkInTheMidst();
  });

  /** Three firms whose registers have their ids in some order: each round is another one. */
  async function linkInTheMidst(): Promise<void> {
    const firms = [await newFirm(), await newFirm(), await newFirm()] as const;
    const [one, two, three] = firms;
    for (const firm of firms) await declare(firm, 9_000_000);
    const calls = await Promise.all(Array.from({ length: 21 }, () => openCallWith(operator, { ...AID, firmCapCents: 1_000_000, personCapCents: 1_000_000 })));
    // Both links at once, in the midst of the applications: the registers are merged along the way, in whatever order.
    const links = Promise.all([link(one, two), link(two, three), link(three, one)]);
    const answers = await Promise.all(calls.flatMap((callId) => firms.map((firm) => applyFor(firm, callId))));
    for (const { status } of await links) expect(status).toBe('linked');
    const granted = answers.filter(({ status }) => status === 'granted').length;
    const { rows } = await until(operator, `/api/programmes/firms/${one.firmId}/aid`, (view) => view.rows.length === granted + 3);
    expect(new Set(rows.map(({ firmId }: { firmId: string }) => firmId)).size).toBe(3);
    const views = await Promise.all(firms.map(({ firmId }) => aidOf(operator, firmId)));
    expect(new Set(views.map(({ registerId }) => registerId)).size).toBe(1);
    expect(await applyFor(one, await openCallWith(operator, { ...AID, firmCapCents: 30_000_000, personCapCents: 1_000_000, budgetCents: 30_000_000 }))).toMatchObject({ status: 'refused' });
  }
});

it('leaves books in which every grant was decided below the ceiling, has its row, and nothing is held', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
