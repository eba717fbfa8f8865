import { connect } from 'node:net';
import { Caller, type Answer } from './world/caller';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';
import { until } from './world/territory';

let url: string;
let anybody: Caller;
let here: LivedIn;
let elsewhere: LivedIn;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  ({ url } = product);
  anybody = new Caller(() => url);
  const operator = await firstOperator(product, () => url);
  [here, elsewhere] = await Promise.all([livedIn(operator, 51), livedIn(operator, 52)]);
});

afterEach(async () => expect((await anybody.get('/health/ready')).status).toBe(200));
afterAll(leaveNothing);

/** Sends bytes as they are and gives back the first line of the answer; an empty text where the connection is closed without one. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => ((answer += chunk.toString('latin1')), socket.end()));
    socket.on('close', () => resolve(answer.split('\r\n')[0]!));
    socket.on('error', () => resolve(answer.split('\r\n')[0]!));
  });
}

const refused = ({ status, body }: Answer): void => {
  expect([status >= 400 && status < 500, typeof body.code]).toEqual([true, 'string']);
};

describe('operators and prototypes in place of values', () => {
  const tricks = [{ $ne: '' }, { $gt: '' }, { $where: 'sleep(1000)' }, { $regex: '.*' }, [''], true, 0, null];

  it('sign nobody in', async () => {
    for (const trick of tricks) {
      refused(await anybody.post('/api/identity/tokens', { username: 'gestore@prova.example', password: trick }));
      refused(await anybody.post('/api/identity/tokens', { username: trick, password: trick }));
    }
  });

  it('find nothing in a query', async () => {
    const { employee } = here.people;
    for (const query of ['providerId[$ne]=', 'providerId[]=x', 'providerId=x&providerId=y', '__proto__[a]=1', 'constructor[prototype][a]=1']) refused(await employee.get(`/api/providers/offers?${query}`));
  });

  it('change no prototype', async () => {
    for (const text of ['{"__proto__":{"admin":true}}', '{"name":"a","vatNumber":"00743110157","constructor":{"prototype":{"admin":true}}}', '{"a":{"b":{"__proto__":{"admin":true}}}}'])
      expect((await here.people.nobody.post('/api/providers', text, { headers: { 'content-type': 'application/json' } })).status).toBeLessThan(500);
    const session = (await here.people.nobody.get('/api/identity/sessions/current')).body;
    expect([session.admin, session.roles.some(({ role }: { role: string }) => role === 'operator')]).toEqual([undefined, false]);
  });

  it('give nobody a role or an id that they ask for', async () => {
    for (const more of [{ roles: [{ role: 'operator', organisationId: 'territory' }] }, { personId: here.ids.personId }, { isOperator: true }, { providerId: here.ids.providerId }])
      refused(await here.people.nobody.post('/api/providers', { name: 'X', vatNumber: '00743110157', ...more }));
  });
});

describe('bodies without measure', () => {
  it('are refused: deep, huge, wide, or not what they say', async () => {
    const send = (text: string, type = 'application/json'): Promise<Answer> => here.people.nobody.post('/api/providers', text, { headers: { 'content-type': type } });
    refused(await send(`${'['.repeat(100_000)}${']'.repeat(100_000)}`));
    refused(await send(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`));
    refused(await send(`{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":${n}`).join()}}`));
    refused(await send(`"${'x'.repeat(1_500_000)}"`));
    refused(await send('{"name":"\\ud800","vatNumber":"\\u0000"}'));
    refused(await send('name=X', 'application/x-www-form-urlencoded'));
    refused(await send('--x', 'multipart/form-data; boundary=x'));
  });

  it('are refused as files too: formulas, control characters, columns and lines without end', async () => {
    const { 'firm-admin': owner } = here.people;
    const path = `/api/companies/firms/${here.ids.firmId}/employee-imports`;
    const lines = ['=cmd|\' /C calc\'!A0,Adele,Arvedi', 'RSSMRA80A01F205X,"=HYPERLINK(""http://x"")",Arvedi', 'RSSMRA80A01F205X,@SUM(A1),Arvedi', 'RSSMRA80A01F205X,+1+1,Arvedi', `RSSMRA80A01F205X,${'x'.repeat(10_000)},Arvedi`, 'RSSMRA80A01F205X,"unclosed,Arvedi', `RSSMRA80A01F205X${',x'.repeat(10_000)}`, 'RSSMRA80A01F205X,\u0000,Arvedi'];
    for (const line of lines) refused(await owner.post(path, `codice_fiscale,nome,cognome\n${line}\n`));
    const { items } = await until(owner, `/api/companies/firms/${here.ids.firmId}/employees`, () => true);
    expect(items).toHaveLength(1);
  });
});

describe('things of others', () => {
  it('are nobody else’s, whichever way their ids are given', async () => {
    const { employee, 'firm-admin': owner, 'provider-admin': manager } = elsewhere.people;
    const { ids } = here;
    const quote = (await employee.get(`/api/marketplace/quotes?offerId=${elsewhere.ids.offerId}`)).body;
    refused(await employee.post('/api/marketplace/purchases', { offerId: elsewhere.ids.offerId, quoteId: quote.quoteId, totalCents: 4_000, firmId: ids.firmId }));
    refused(await owner.post('/api/benefits/plans', { firmId: ids.firmId, title: 'Suo', source: 'CCNL' }));
    refused(await owner.post(`/api/programmes/calls/${ids.callId}/applications`, { firmId: ids.firmId }));
    refused(await owner.post(`/api/benefits/plans/${elsewhere.ids.planId}/credit-runs`, { amountCents: 1, letter: 'c.3', validUntil: '2099-01-01', personIds: [ids.personId] }));
    const { code } = (await here.people.employee.get(`/api/vouchers/${ids.voucherId}`)).body;
    const [holder] = here.territory.employees;
    refused(await manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: holder!.fiscalCode }));
    expect((await here.people.employee.get(`/api/vouchers/${ids.voucherId}`)).body.status).toBe('issued');
  });
});

describe('the portal’s files', () => {
  it('lead to no other file', async () => {
    for (const path of ['/../../package.json', '/assets/../../package.json', '/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json', '/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd', '//etc/passwd', '/assets/%00.js', '/assets/....//....//package.json', '/territory.key', '/salvatempo.db']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      const { text } = await anybody.get(path);
      expect([path, / (200|3\d\d) /.test(answer) && /"workspaces"|"dependencies"|root:/.test(text)]).toEqual([path, false]);
      expect([path, / 5\d\d /.test(answer)]).toEqual([path, false]);
    }
  });
});

describe('headers that lie', () => {
  it('change neither who is asking nor where the answer goes', async () => {
    const lies: readonly Record<string, string>[] = [{ 'x-forwarded-for': '10.0.0.1' }, { 'x-original-url': '/api/operations/events' }, { 'x-http-method-override': 'DELETE' }, { 'x-user-id': here.ids.personId! }, { cookie: 'salvatempo_session=__proto__; salvatempo_session=x' }, { authorization: 'Bearer null' }];
    for (const headers of lies) expect((await anybody.get('/api/operations/events', headers)).status).toBe(401);
    const answer = await anybody.get('/health/live', { origin: 'https://evil.example', 'x-correlation-id': 'mine' });
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('x-correlation-id') === 'mine']).toEqual([null, false]);
    expect([answer.headers.get('x-content-type-options'), answer.headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY']);
  });

  it('are no way into the server: smuggled, endless or broken requests are refused or cut off', async () => {
    const requests = [
      'GET /health/live HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
      `GET /health/live HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(70_000)}\r\n\r\n`,
      'GET /health/live HTTP/1.1\r\nhost: x\r\nbroken header\r\n\r\n',
      'POST /api/providers HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      'TRACE / HTTP/1.1\r\nhost: x\r\n\r\n',
      '\u0000\u0001\u0002\r\n\r\n',
    ];
    for (const request of requests) expect([request.slice(0, 60), await raw(request)]).toEqual([request.slice(0, 60), expect.stringMatching(/^$|^HTTP\/1\.1 4\d\d /)]);
  });
});
