import { randomUUID } from 'node:crypto';
import { adviserOf } from './world/advisers';
import { faultsOf, openData, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { inDays, today } from './world/days';
import { firstOperator } from './world/first-operator';
import { signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let anybody: Caller;
let seed = 700;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  anybody = operator.as(undefined);
});

afterAll(leaveNothing);

const newFirm = (municipality = 'E648', occupatiCount = 3): Promise<SmallFirm> => signUpFirm(operator, ++seed, { municipality, occupatiCount });

interface Survey {
  readonly firm: SmallFirm;
  readonly path: string;
  /** Where it is answered. */
  readonly link: string;
}

async function opened(firm: SmallFirm, more: object = {}): Promise<Survey> {
  const surveys = `/api/companies/firms/${firm.firmId}/surveys`;
  const { surveyId, token } = await firm.owner.made(surveys, { closesOn: inDays(20), ...more });
  return { firm, path: `${surveys}/${surveyId}`, link: `/api/companies/surveys/${token}` };
}

/** An answer to every question, by its first choice or the one that is given. */
async function answersTo(link: string, choice = 0): Promise<{ answers: readonly { question: string; choices: readonly string[] }[] }> {
  const { questions } = (await anybody.get(link)).body;
  return { answers: questions.map(({ code, choices }: { code: string; choices: { code: string }[] }) => ({ question: code, choices: [choices[choice]!.code] })) };
}

/** That many people answer, and the firm ends its survey. */
async function answeredBy({ firm, path, link }: Survey, people: number): Promise<void> {
  const body = await answersTo(link);
  const sent = await Promise.all(Array.from({ length: people }, () => anybody.post(`${link}/answers`, body)));
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201));
  await firm.owner.made(`${path}/closure`);
}

const resultsOf = async ({ firm, path }: Survey): Promise<Answer['body']> => (await firm.owner.get(path)).body;
const countsOf = (results: Answer['body'], question: string): Record<string, number> => {
  const { choices } = results.questions.find(({ code }: { code: string }) => code === question);
  return Object.fromEntries(choices.map(({ code, count }: { code: string; count: number }) => [code, count]));
};

describe('a survey of a firm’s people', () => {
  it('is answered by the link without a sign-in, and read once it is closed', async () => {
    const survey = await opened(await newFirm());
    expect((await anybody.get(survey.link)).body).toMatchObject({ closesOn: inDays(20), firmName: expect.any(String) });
    const [first, second] = [await answersTo(survey.link), await answersTo(survey.link, 1)];
    for (const body of [first, first, first, second, second]) expect(await anybody.post(`${survey.link}/answers`, body)).toMatchObject({ status: 201, body: { closesOn: inDays(20) } });
    const open = await resultsOf(survey);
    expect(open).toMatchObject({ status: 'open' });
    for (const field of ['scope', 'answers', 'questions']) expect(open).not.toHaveProperty(field);
    await survey.firm.owner.made(`${survey.path}/closure`);
    const results = await resultsOf(survey);
    expect(results).toMatchObject({ status: 'closed', scope: 'firm', answers: 5 });
    expect(countsOf(results, 'weekly-hours')).toEqual({ 'under-five': 3, 'five-to-ten': 2, 'ten-to-twenty': 0, 'over-twenty': 0, 'not-said': 0 });
    expect(countsOf(results, 'family')).toMatchObject({ 'under-three': 3, 'under-fourteen': 2 });
    expect((await survey.firm.owner.get(`/api/companies/firms/${survey.firm.firmId}/surveys`)).body.items).toEqual([expect.not.objectContaining({ questions: expect.anything() })]);
  });

  it('counts sixty-four people at once, and each attempt once however often it is sent', async () => {
    const survey = await opened(await newFirm('E648', 40));
    const body = await answersTo(survey.link);
    const keys = Array.from({ length: 64 }, () => randomUUID());
    const send = (key: string): Promise<Answer> => anybody.post(`${survey.link}/answers`, body, { key });
    const sent = await Promise.all([...keys, ...keys].map(send));
    expect(new Set(sent.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set([`201 ${sent[0]!.text}`]));
    await survey.firm.owner.made(`${survey.path}/closure`);
    const results = await resultsOf(survey);
    expect(results).toMatchObject({ scope: 'firm', answers: 64 });
    expect(countsOf(results, 'services')).toMatchObject({ 'laundry-ironing': 64, errands: 0 });
    expect(await send(keys[0]!)).toMatchObject({ status: 409, body: { code: 'survey-closed' } });
  });

  it('refuses what isn’t an answer, an unknown link, a crowd, and whatever comes too late', async () => {
    const survey = await opened(await newFirm());
    const { answers } = await answersTo(survey.link);
    const refused = async (body: unknown): Promise<string> => {
      const { status, body: problem } = await anybody.post(`${survey.link}/answers`, body);
      return `${status} ${problem.code}`;
    };
    const many = Array.from({ length: 31 }, () => answers[0]);
    for (const body of [{}, { answers: [] }, { answers: answers.slice(1) }, { answers: many }, { answers: answers.map((one) => ({ ...one, choices: ['altro'] })) }, { answers, name: 'Marta' }, { answers: answers.map((one) => ({ ...one, note: 'x' })) }])
      expect([body, await refused(body)]).toEqual([body, '400 invalid-request']);
    expect(await anybody.post(`${survey.link}/answers`, { answers }, { key: null })).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
    for (const link of [`${survey.link}x`, '/api/companies/surveys/0000', survey.link.toUpperCase().replace('/API/COMPANIES/SURVEYS', '/api/companies/surveys')]) {
      expect(await anybody.get(link)).toMatchObject({ status: 404, body: { code: 'survey-not-found' } });
      expect(await anybody.post(`${link}/answers`, { answers })).toMatchObject({ status: 404, body: { code: 'survey-not-found' } });
    }
    const crowd = await Promise.all(Array.from({ length: 14 }, () => refused({ answers })));
    expect(crowd.sort()).toEqual([...Array.from({ length: 10 }, () => '201 undefined'), ...Array.from({ length: 4 }, () => '409 survey-full')]);
    await survey.firm.owner.made(`${survey.path}/closure`);
    expect(await refused({ answers })).toBe('409 survey-closed');
    expect(await anybody.get(survey.link)).toMatchObject({ status: 409, body: { code: 'survey-closed' } });
    expect(await survey.firm.owner.post(`${survey.path}/closure`)).toMatchObject({ status: 409, body: { code: 'survey-closed' } });
  });

  it('is opened for today to ninety days from now, in a network that the firm is in', async () => {
    const { owner, firmId } = await newFirm();
    const open = (body: object): Promise<Answer> => owner.post(`/api/companies/firms/${firmId}/surveys`, body);
    for (const closesOn of [inDays(-2), inDays(92), '2026-02-30']) expect(await open({ closesOn })).toMatchObject({ status: 400, body: { errors: [{ field: 'closesOn' }] } });
    const { networkId } = await operator.made('/api/companies/networks', { title: 'Rete', kind: 'rete-contratto', programme: 'Insieme', commonFund: false });
    expect(await open({ closesOn: inDays(5), networkId })).toMatchObject({ status: 409, body: { code: 'not-in-network' } });
    expect(await open({ closesOn: inDays(5), networkId: networkId.replace(/.$/, '0') })).toMatchObject({ status: 404, body: { code: 'network-not-found' } });
  });
});

describe('few answers', () => {
  it('are read together with those of other firms, and never so that any of them could take off its own and see fewer than five', async () => {
    const [first, second, third, fourth] = await Promise.all(['F205', 'F205', 'F205', 'F205'].map(async (municipality) => opened(await newFirm(municipality))));
    await answeredBy(first!, 4);
    await answeredBy(second!, 4);
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const survey of [first!, second!]) for (const field of ['scope', 'answers', 'questions']) expect(await resultsOf(survey)).not.toHaveProperty(field);
    await answeredBy(third!, 1);
    await until(third!.firm.owner, third!.path, ({ scope }) => scope === 'comune');
    for (const survey of [first!, second!, third!]) {
      const results = await resultsOf(survey);
      expect(results).toMatchObject({ scope: 'comune', answers: 9 });
      expect(countsOf(results, 'monthly-spending')).toMatchObject({ nothing: 9 });
    }
    // Who comes later waits for others: with the same ones, the difference would be theirs alone.
    await answeredBy(fourth!, 4);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await resultsOf(fourth!)).not.toHaveProperty('scope');
    expect(await resultsOf(first!)).toMatchObject({ answers: 9 });
  });

  it('of members of a network are read at its level', async () => {
    const { networkId } = await operator.made('/api/companies/networks', { title: 'Rete', kind: 'rete-contratto', programme: 'Insieme', commonFund: false });
    const surveys: Survey[] = [];
    for (const municipality of ['E648', 'A811', 'F205']) {
      const firm = await newFirm(municipality);
      await operator.made(`/api/companies/networks/${networkId}/members`, { firmId: firm.firmId, firstDay: '2026-01-01' });
      surveys.push(await opened(firm, { networkId }));
    }
    for (const [n, survey] of surveys.entries()) await answeredBy(survey, [3, 3, 2][n]!);
    await until(surveys[0]!.firm.owner, surveys[0]!.path, ({ scope }) => scope === 'network');
    expect(await resultsOf(surveys[2]!)).toMatchObject({ scope: 'network', answers: 8 });
  });
});

describe('few answers of an association’s firms', () => {
  it('are read at its level, by firms that gave it their mandate for surveys and for nothing less', async () => {
    const { intermediaryId: associationId } = await adviserOf(operator, 740, 'association');
    const { intermediaryId: adviserId } = await adviserOf(operator, 741);
    const give = ({ owner, firmId }: SmallFirm, scopes: readonly string[], intermediaryId = associationId): Promise<Answer['body']> => owner.made(`/api/companies/firms/${firmId}/mandates`, { intermediaryId, scopes, firstDay: today() });
    const open = ({ owner, firmId }: SmallFirm, body: object): Promise<Answer> => owner.post(`/api/companies/firms/${firmId}/surveys`, { closesOn: inDays(5), ...body });
    const firms = [await newFirm('E648'), await newFirm('A811'), await newFirm('F205')] as const;
    expect(await open(firms[0], { associationId })).toMatchObject({ status: 404, body: { code: 'mandate-not-found' } });
    await give(firms[0], ['accompaniment']);
    expect(await open(firms[0], { associationId })).toMatchObject({ status: 404, body: { code: 'mandate-not-found' } });
    await firms[0].owner.made(`/api/companies/firms/${firms[0].firmId}/mandates/${associationId}/end`, { endsOn: today() });
    await give(firms[0], ['survey'], adviserId);
    expect(await open(firms[0], { associationId: adviserId })).toMatchObject({ status: 404, body: { code: 'intermediary-not-found' } });
    expect(await open(firms[0], { associationId, networkId: `net_${'0'.repeat(26)}` })).toMatchObject({ status: 400, body: { errors: [{ field: 'associationId' }] } });
    const surveys: Survey[] = [];
    for (const firm of firms) {
      await give(firm, ['survey']);
      surveys.push(await opened(firm, { associationId }));
    }
    for (const [n, survey] of surveys.entries()) await answeredBy(survey, [3, 3, 2][n]!);
    await until(surveys[0]!.firm.owner, surveys[0]!.path, ({ scope }) => scope === 'association');
    expect(await resultsOf(surveys[2]!)).toMatchObject({ scope: 'association', answers: 8, associationId });
    const draft = await surveys[1]!.firm.owner.get(`${surveys[1]!.path}/plan-draft?perPersonCents=60000`);
    expect(draft.body).toMatchObject({ scope: 'association', source: expect.stringContaining('dell’associazione') });
  });
});

it('leaves books without a fault, and nowhere what somebody answered, or when', async () => {
  await product.stopAtRest();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
  const store = await openData(dataDir);
  try {
    const events: string[] = [];
    for (let after = 0, more = true; more; ) {
      const page = await store.journal.since(after, 500);
      events.push(...page.map(({ body }) => body));
      after = page.at(-1)?.position ?? after;
      more = page.length === 500;
    }
    expect(events.filter((text) => text.includes('companies.survey-')).length).toBeGreaterThan(10);
    expect(events.filter((text) => /laundry-ironing|under-five|untraced|"token"/.test(text))).toEqual([]);
    const surveys = await store.documents.scan('companies.survey', undefined, 100);
    for (const { inbox, personal, state } of surveys) {
      // The requests that opened and closed it, and nobody's answer.
      expect(inbox.length).toBeLessThanOrEqual(2);
      expect(Object.keys(personal!).sort()).toEqual(['answers', 'attempts', 'counts', 'token']);
      if ((state as { status: string }).status === 'closed') expect(personal!['attempts']).toEqual([]);
    }
  } finally {
    await store.close();
  }
});
