import { createServer, request, Agent } from 'node:http';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Caller } from './world/caller';
import { firstOperator, oneTimeCode } from './world/first-operator';
import { freshFolder, leaveNothing, Product, start } from './world/product';
import { OPERATOR, PASSWORD } from './world/territory';

const STOPPED = { code: 0, signal: null };
const STOPS_WITHIN_MS = 10_000;
const DEMO = { username: 'operatore@demo.example', password: 'demo-operatore' };

afterAll(leaveNothing);

const callerOf = (product: { url: string }): Caller => new Caller(() => product.url);
const countOf = async (officer: Caller, path: string): Promise<number> => (await officer.get(path)).body.items.length as number;

/** How it ended and how many milliseconds after `act` that was. */
async function endingAfter(product: Product, act: () => void): Promise<{ ending: unknown; ms: number }> {
  const startedMs = performance.now();
  act();
  return { ending: await product.ended, ms: performance.now() - startedMs };
}

/** Opens a connection, makes one request on it, and leaves it open. */
function idleConnection(url: string): Promise<Agent> {
  const agent = new Agent({ keepAlive: true });
  return new Promise((resolve, reject) => {
    request(`${url}/health/live`, { agent }, (response) => response.resume().on('end', () => resolve(agent))).on('error', reject).end();
  });
}

describe('with the demo', () => {
  const dataDir = freshFolder();

  it('the first start loads it, the second keeps it and adds nothing', async () => {
    const first = await start({ dataDir });
    const officer = await callerOf(first).signIn(DEMO.username, DEMO.password);
    const [firms, providers, calls] = await Promise.all(['/api/companies/firms', '/api/providers', '/api/programmes/calls'].map((path) => countOf(officer, path)));
    expect([firms, providers, calls]).toEqual([2, 2, 1]);
    expect(first.output).toContain(DEMO.password);
    expect(await first.stop()).toEqual(STOPPED);
    const second = await start({ dataDir });
    const again = await callerOf(second).signIn(DEMO.username, DEMO.password);
    expect(await Promise.all(['/api/companies/firms', '/api/providers', '/api/programmes/calls'].map((path) => countOf(again, path)))).toEqual([firms, providers, calls]);
    expect(await second.stop()).toEqual(STOPPED);
  });

  it('a start that was killed half-way is finished by the next, and adds nothing twice', async () => {
    const folder = freshFolder();
    const killed = new Product({ dataDir: folder, env: { KILL_AT: 'commit.after:60' } });
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    const next = await start({ dataDir: folder });
    const officer = await callerOf(next).signIn(DEMO.username, DEMO.password);
    expect(await Promise.all(['/api/companies/firms', '/api/providers', '/api/programmes/calls'].map((path) => countOf(officer, path)))).toEqual([2, 2, 1]);
    await next.stop();
  });

  it('nothing starts on an address that others can reach', async () => {
    const folder = freshFolder();
    const product = new Product({ dataDir: folder, env: { HOST: '0.0.0.0' } });
    expect(await product.ended).toEqual({ code: 1, signal: null });
    expect(product.output).toContain('--no-demo');
    expect(existsSync(join(folder, 'salvatempo.db'))).toBe(false);
  });
});

describe('without the demo', () => {
  const dataDir = freshFolder();

  it('the first start prints a link for the first operator, which works once', async () => {
    const product = await start({ dataDir, args: ['--no-demo'] });
    const code = oneTimeCode(product);
    expect(product.output).not.toContain('demo');
    const anybody = callerOf(product);
    expect(await anybody.post('/api/identity/operators/first', { ...OPERATOR, code: 'X'.repeat(code!.length) })).toMatchObject({ body: { code: 'access-code-refused' } });
    await firstOperator(product, () => product.url);
    const second = await anybody.post('/api/identity/operators/first', { username: 'altro@prova.example', password: PASSWORD, code });
    expect(second).toMatchObject({ status: 409, body: { code: 'operator-exists' } });
    expect(await product.stop()).toEqual(STOPPED);
  });

  it('the next start prints none, and the operator is there', async () => {
    const product = await start({ dataDir, args: ['--no-demo'] });
    expect(oneTimeCode(product)).toBeUndefined();
    const officer = await callerOf(product).signIn(OPERATOR.username, OPERATOR.password);
    expect(await countOf(officer, '/api/companies/firms')).toBe(0);
    expect(await product.stop()).toEqual(STOPPED);
  });

  it('it listens where it is told', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    const taken = new Product({ dataDir, args: ['--no-demo'], env: { PORT: String(port) } });
    const ending = await taken.ended;
    await new Promise((resolve) => probe.close(resolve));
    expect(ending).toMatchObject({ code: 1 });
    expect(taken.output).toContain(String(port));
    expect(taken.output).not.toMatch(/^ +at /m);
    const product = await start({ dataDir, args: ['--no-demo'], env: { PORT: String(port), HOST: 'localhost' } });
    expect(product.url).toMatch(new RegExp(`^http://[\\w.[\\]:]+:${port}$`));
    expect((await callerOf(product).get('/health/ready')).status).toBe(200);
    await product.stop();
  });
});

describe('a configuration that makes no sense', () => {
  const nonsense = { PORT: 'tremila', LOG_LEVEL: 'loud', SMTP_URL: 'mail', PUBLIC_URL: 'x', STORE_MAX_PAGES: '1', KILL_AT: 'x' };

  it('is refused by the names of everything that is wrong with it, before anything is kept', async () => {
    const dataDir = join(freshFolder(), 'new');
    const product = new Product({ dataDir, env: nonsense });
    expect(await product.ended).toEqual({ code: 1, signal: null });
    for (const name of Object.keys(nonsense)) expect(product.output).toContain(name);
    expect(product.output).not.toMatch(/^ +at /m);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('is refused also where DATA_DIR is a file, or an argument is unknown', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    for (const [options, said] of [[{ dataDir: file }, 'DATA_DIR'], [{ dataDir: freshFolder(), args: ['--demo'] }, '--no-demo']] as const) {
      const product = new Product(options);
      expect(await product.ended).toEqual({ code: 1, signal: null });
      expect(product.output).toContain(said);
      expect(product.output).not.toMatch(/^ +at /m);
    }
  });
});

describe('a stop', () => {
  const dataDir = freshFolder();

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('by %s is clean, also with a connection open that says nothing', async (signal) => {
    const product = await start({ dataDir, args: ['--no-demo'] });
    const agent = await idleConnection(product.url);
    const { ending, ms } = await endingAfter(product, () => product.signal(signal));
    agent.destroy();
    expect(ending).toEqual(STOPPED);
    expect(ms).toBeLessThan(STOPS_WITHIN_MS);
  });

  it('asked for twice, as npm passes it on, is one', async () => {
    const product = await start({ dataDir, args: ['--no-demo'] });
    const { ending } = await endingAfter(product, () => (product.signal('SIGINT'), product.signal('SIGINT'), product.signal('SIGTERM')));
    expect(ending).toEqual(STOPPED);
  });

  it('asked for while it starts is clean too', async () => {
    const product = new Product({ dataDir: freshFolder(), args: ['--no-demo'] });
    void product.address().then(() => undefined);
    await product.address();
    product.signal('SIGTERM');
    expect(await product.ended).toEqual(STOPPED);
  });
});
