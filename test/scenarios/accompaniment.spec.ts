import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { inDays } from './world/days';
import { firstOperator } from './world/first-operator';
import { signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let firm: SmallFirm;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  firm = await signUpFirm(operator, 801);
});

afterAll(leaveNothing);

const path = (): string => `/api/companies/firms/${firm.firmId}/accompaniment`;
const act = (step: string, what: string, body: object): Promise<Answer> => firm.owner.post(`${path()}/steps/${step}/${what}`, body);
const begin = (step: string, more: object = {}): Promise<Answer> => act(step, 'beginning', { owner: 'association', begunOn: '2026-02-01', dueOn: '2026-03-31', ...more });
const handIn = (step: string, deliverable: string, on: string): Promise<Answer> => act(step, 'deliverables', { deliverable, on });
const complete = (step: string, doneOn = '2026-05-01'): Promise<Answer> => act(step, 'completion', { doneOn });
const stepOf = async (step: string, who: Caller = firm.owner): Promise<Answer['body']> => (await who.get(path())).body.steps.find(({ code }: { code: string }) => code === step);
const codeOf = ({ status, body }: Answer): string => `${status} ${body.code ?? body.step}`;

describe('the path of a firm to its plan', () => {
  it('begins with nothing done, and in the order that its steps rest on each other', async () => {
    expect((await firm.owner.get(path())).body).toMatchObject({ firmId: firm.firmId, steps: [{ code: 'needs-analysis', stage: 'to-do' }, { code: 'tax-advice' }, { code: 'bargaining', after: ['needs-analysis'] }, { code: 'training' }, { code: 'plan' }] });
    expect((await firm.owner.get(path())).body.nextStep).toEqual({ code: 'needs-analysis', title: 'Analisi dei bisogni', stage: 'to-do', late: false });
    expect(codeOf(await begin('bargaining'))).toBe('409 step-too-early');
    expect(codeOf(await begin('needs-analysis'))).toBe('201 needs-analysis');
    expect(codeOf(await begin('needs-analysis'))).toBe('409 step-begun');
    expect(codeOf(await complete('needs-analysis'))).toBe('409 deliverables-missing');
    expect(codeOf(await handIn('needs-analysis', 'survey-results', '2026-02-20'))).toBe('201 needs-analysis');
    expect(codeOf(await complete('needs-analysis', '2026-02-21'))).toBe('201 needs-analysis');
    expect(await stepOf('needs-analysis')).toMatchObject({ stage: 'done', owner: 'association', begunOn: '2026-02-01', dueOn: '2026-03-31', doneOn: '2026-02-21' });
  });

  it('tells until when an agreement is deposited, and that it was late', async () => {
    await begin('bargaining', { owner: 'adviser' });
    expect(codeOf(await handIn('bargaining', 'deposit-receipt', '2026-03-20'))).toBe('422 deliverable-too-early');
    await handIn('bargaining', 'agreement', '2026-03-01');
    expect((await stepOf('bargaining')).deliverables).toMatchObject([{ handedInOn: '2026-03-01' }, { code: 'deposit-receipt', dueOn: '2026-03-31', late: true }]);
    await handIn('bargaining', 'deposit-receipt', '2026-03-31');
    expect((await stepOf('bargaining')).deliverables[1]).toMatchObject({ handedInOn: '2026-03-31', late: false });
    expect(codeOf(await handIn('bargaining', 'agreement', '2026-03-02'))).toBe('409 deliverable-handed-in');
    expect(codeOf(await complete('bargaining'))).toBe('201 bargaining');
    expect(codeOf(await handIn('bargaining', 'agreement', '2026-03-02'))).toBe('409 step-done');
  });

  it('takes no step, document or day that there isn’t, and shows itself to the firm and officers alone', async () => {
    const refused = [await begin('holiday'), await handIn('training', 'agreement', '2026-03-01'), await handIn('training', 'attendance', '2026-03-01'), await begin('plan', { begunOn: '2126-01-01' }), await begin('plan', { dueOn: '2026-01-31' }), await begin('plan', { begunOn: '2026-02-30' }), await begin('plan', { owner: 'somebody' })];
    expect(refused.map(codeOf)).toEqual(['404 step-not-found', '400 invalid-request', '409 step-not-begun', '400 invalid-request', '400 invalid-request', '400 invalid-request', '400 invalid-request']);
    expect(await stepOf('bargaining', operator)).toMatchObject({ stage: 'done' });
    const other = await signUpFirm(operator, 802);
    expect(await other.owner.get(path())).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await operator.post(`${path()}/steps/plan/beginning`, { owner: 'firm', begunOn: '2026-02-01', dueOn: '2026-03-31' })).toMatchObject({ status: 403 });
  });
});

describe('a plan draft', () => {
  let draft = '';

  it('rests on no answers while there are none to be read, and says so', async () => {
    const surveys = `/api/companies/firms/${firm.firmId}/surveys`;
    const { surveyId, token } = await firm.owner.made(surveys, { closesOn: inDays(5) });
    draft = `${surveys}/${surveyId}/plan-draft`;
    const { questions } = (await firm.owner.as(undefined).get(`/api/companies/surveys/${token}`)).body;
    const answers = questions.map(({ code, choices }: { code: string; choices: { code: string }[] }) => ({ question: code, choices: [choices[0]!.code] }));
    for (let n = 0; n < 5; n += 1) expect((await operator.as(undefined).post(`/api/companies/surveys/${token}/answers`, { answers })).status).toBe(201);
    const { body } = await firm.owner.get(`${draft}?perPersonCents=60000`);
    expect(body).toMatchObject({ source: expect.stringContaining('non si basa su risposte'), lines: [], notes: expect.arrayContaining([expect.objectContaining({ norm: expect.any(String), confidence: 'secondary' })]) });
    expect(body).not.toHaveProperty('answers');
    await firm.owner.made(`${surveys}/${surveyId}/closure`);
  });

  it('is made of the answers and the firm’s data, with why and with what the rules say of its tax', async () => {
    const { body } = await firm.owner.get(`${draft}?perPersonCents=60000&residue=extinguish`);
    expect(body).toMatchObject({ firmId: firm.firmId, scope: 'firm', answers: 5, perPersonCents: 60_000, categories: [], residue: 'extinguish', totalCents: body.employeesCount * 60_000 });
    expect(body.lines.map(({ serviceCode, taxLetter, count }: { serviceCode: string; taxLetter: string; count: number }) => [serviceCode, taxLetter, count])).toEqual([['nursery', 'f-bis', 5], ['laundry-ironing', 'c.3', 5]]);
    expect(body.lines[1]).toMatchObject({ reason: '5 di 5 risposte dicono «Lavanderia e stireria».', notes: [{ confidence: 'unsure' }, { norm: 'TUIR art. 51 c.3' }] });
    expect((await firm.owner.get(`${draft}?perPersonCents=60000&residue=extinguish`)).text).toBe((await firm.owner.get(`${draft}?perPersonCents=60000&residue=extinguish`)).text);
    const groups = (await firm.owner.get(`${draft}?perPersonCents=60000&category=operai&category=turnisti`)).body;
    expect(groups).toMatchObject({ categories: ['operai', 'turnisti'] });
    expect(groups).not.toHaveProperty('totalCents');
  });

  it('is had as a regulation to print', async () => {
    const { status, headers, text } = await firm.owner.get(`${draft}/regulation?perPersonCents=60000`);
    expect([status, headers.get('content-type'), text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(codeOf(await operator.get(`${draft}/regulation?perPersonCents=60000`))).toBe('403 not-allowed');
  });

  it('takes no group that is made up, no amount that is none, and shows itself to the firm alone', async () => {
    for (const query of ['', 'perPersonCents=0', 'perPersonCents=10.5', 'perPersonCents=60000&category=dirigenti', 'perPersonCents=60000&category=operai&category=operai', 'perPersonCents=60000&residue=cash', 'perPersonCents=60000&name=Marta'])
      expect([query, codeOf(await firm.owner.get(`${draft}?${query}`))]).toEqual([query, '400 invalid-request']);
    const other = await signUpFirm(operator, 803);
    expect(codeOf(await other.owner.get(`${draft}?perPersonCents=60000`))).toBe('403 not-allowed');
    expect(codeOf(await other.owner.get(`${draft.replace(firm.firmId, other.firmId)}?perPersonCents=60000`))).toBe('404 survey-not-found');
  });

  it('is handed in by one request, as what the step of the plan is done with', async () => {
    expect(codeOf(await begin('plan'))).toBe('201 plan');
    expect(codeOf(await handIn('plan', 'plan-draft', '2026-03-01'))).toBe('201 plan');
    expect((await stepOf('plan')).deliverables[0]).toMatchObject({ code: 'plan-draft', handedInOn: '2026-03-01' });
  });
});

it('leaves books without a fault', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
