import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { applyFor, openCallWith, signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';

const dataDir = freshFolder();
const TABLE = '/api/programmes/rule-tables/de-minimis-rule';
const AID = { aidRegime: 'de-minimis-2831', cup: 'E61B26000010007', firmCapCents: 60_000, personCapCents: 50_000 };
const REASON = 'Regolamento modificato, segnalato da Canarina Piumagialla';

let product: Product & { readonly url: string };
let operator: Caller;
let seed = 700;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
});

afterAll(leaveNothing);

const newFirm = (): Promise<SmallFirm> => signUpFirm(operator, ++seed);
const aidReason = async ({ owner }: SmallFirm, allotmentId: string): Promise<Answer['body']> =>
  (await owner.get(`/api/programmes/allotments/${allotmentId}/explanation`)).body.reasons.find(({ code }: { code: string }) => code === 'de-minimis-exceeded');
const ceilingFromToday = (ceilingCents: number): readonly object[] => [
  { change: 'close', regime: 'de-minimis-2831', validFrom: '2024-01-01', validTo: inDays(-1) },
  { change: 'add', regime: 'de-minimis-2831', ceilingCents, window: 'rolling-years', years: 3, countsWith: ['de-minimis-1407', 'de-minimis-2831'], validFrom: today(), validTo: '2030-12-31', norm: 'Reg. (UE) di prova art. 1', confidence: 'secondary' },
];

describe('a dated table that an operator edits', () => {
  it('decides what comes after by its new version, which says so; what was decided before keeps its own', async () => {
    const [early, late] = [await newFirm(), await newFirm()];
    const callId = await openCallWith(operator, AID);
    const granted = await applyFor(early, callId);
    expect(granted).toMatchObject({ status: 'granted', grantedCents: 60_000 });

    const changes = ceilingFromToday(50_000);
    const preview = await operator.post(`${TABLE}/versions/previews`, { basedOn: '2026-11', changes });
    expect(preview.body).toMatchObject({ version: '2026-11', rows: expect.arrayContaining([expect.objectContaining({ ceilingCents: 50_000, validFrom: today() })]) });
    const edited = await operator.post(`${TABLE}/versions`, { basedOn: '2026-11', reason: REASON, changes });
    expect(edited).toMatchObject({ status: 201, body: { table: 'de-minimis-rule', version: '2026-11.1', fileVersion: '2026-11' } });

    const refused = await applyFor(late, callId);
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'de-minimis-exceeded' } });
    expect(await aidReason(late, refused.allotmentId)).toEqual({ code: 'de-minimis-exceeded', holds: false, detail: 'Aiuti de minimis dell’impresa unica negli ultimi 3 anni: 0,00 € su 500,00 € (tabella 2026-11.1). Chiesti 600,00 €: non ammessi.' });
    expect(await aidReason(early, granted.allotmentId)).toMatchObject({ holds: true, detail: expect.stringContaining('su 300.000,00 € (tabella 2026-11)') });
    const { ceilings } = (await late.owner.get(`/api/programmes/firms/${late.firmId}/aid`)).body;
    expect(ceilings).toContainEqual({ regime: 'de-minimis-2831', ceilingCents: 50_000, usedCents: 0, freeCents: 50_000, ruleVersion: '2026-11.1' });
  });

  it('has its history with who, why and what, and the reason in no event', async () => {
    const { personId } = (await operator.get('/api/identity/sessions/current')).body;
    const { history, version } = (await operator.get(TABLE)).body;
    expect(version).toBe('2026-11.1');
    expect(history).toEqual([
      {
        version: '2026-11.1', basedOn: '2026-11', by: personId, reason: REASON, editedAt: expect.any(String),
        changes: [
          { change: 'close', row: expect.objectContaining({ validFrom: '2024-01-01', validTo: inDays(-1), ceilingCents: 30_000_000 }) },
          { change: 'add', row: expect.objectContaining({ validFrom: today(), norm: 'Reg. (UE) di prova art. 1', confidence: 'secondary' }) },
        ],
      },
    ]);
    const { text } = await operator.get('/api/operations/events?limit=500');
    expect(text).toContain('programmes.rule-table-edited.v1');
    expect(text).not.toContain('Canarina');
    expect((await operator.get('/api/programmes/rule-tables')).body.items.map(({ table, version: of }: Answer['body']) => [table, of])).toEqual([['de-minimis-rule', '2026-11.1'], ['recovery-interest', '2026-11']]);
  });

  it('is changed by one of two who saw the same version, and by nobody in a way that can’t be', async () => {
    const changes = [{ change: 'correct', validFrom: '2027-01-01', basisPoints: 200, norm: 'art. 1284 c.c.; DM di prova', confidence: 'primary' }];
    const url = '/api/programmes/rule-tables/recovery-interest/versions';
    const answers = await Promise.all([1, 2, 3, 4].map(() => operator.post(url, { basedOn: '2026-11', reason: 'decreto', changes })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'rule-table-changed', detail: expect.stringContaining('2026-11.1') });
    const refusalOf = async (change: object): Promise<string> => (await operator.post(url, { basedOn: '2026-11.1', reason: 'prova', changes: [change] })).body.code;
    expect(await refusalOf({ change: 'close', validFrom: '2027-01-01', validTo: '2030-12-31' })).toBe('rule-days-lost');
    expect(await refusalOf({ change: 'add', validFrom: '2031-01-01', norm: 'una norma', confidence: 'unsure' })).toBe('rule-row-invalid');
    expect(await refusalOf({ change: 'close', validFrom: '2027-01-01' })).toBe('rule-row-invalid');
    expect((await operator.post('/api/programmes/rule-tables/de-minimis-rule/versions/previews', { basedOn: '2026-11.1', changes: [{ change: 'close', regime: 'de-minimis-2832', validFrom: '2024-01-01', validTo: today() }] })).body.code).toBe('rule-days-lost');
    expect((await operator.post('/api/programmes/rule-tables/fringe-threshold/versions', { basedOn: '2026-11', reason: 'prova', changes })).body.code).toBe('rule-table-not-found');
  });

  it('reckons the interest of a revocation by the version in force', async () => {
    const firm = await newFirm();
    const { allotmentId } = await applyFor(firm, await openCallWith(operator));
    const revoked = await operator.post(`/api/programmes/allotments/${allotmentId}/revocation`, { reason: 'requisiti mancanti' });
    expect(revoked.body).toMatchObject({ status: 'revoked', ending: { interestRule: { version: '2026-11.1' } } });
  });

  it('is still edited when the product starts again', async () => {
    await product.stop();
    product = await start({ dataDir, args: ['--no-demo'] });
    const { version, history } = (await operator.get(TABLE)).body;
    expect([version, history.length, history[0].reason]).toEqual(['2026-11.1', 1, REASON]);
  });
});

it('leaves books in which every decision was taken by a version that there is', async () => {
  await product.stop();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
