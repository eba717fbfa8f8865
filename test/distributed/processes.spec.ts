import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, realMs } from '@salvatempo/testing';
import { buy, fulfil, insist, purchaseBecomes, type Bought } from '../scenarios/world/buying';
import { Caller } from '../scenarios/world/caller';
import { coverMet } from '../scenarios/world/cover-met';
import { inDays } from '../scenarios/world/days';
import { limitsMet, PAYROLL_TOLD } from '../scenarios/world/limits-met';
import { fromVatNumberToReportedEuro, JOURNEY } from '../scenarios/world/reported-euro';
import { makeTerritory, type Territory } from '../scenarios/world/territory';
import { orphansOf, TraceCollector } from '../scenarios/world/trace-collector';
import { Fleet } from './world/fleet';
import { startHeldInfra, type HeldInfra } from './world/held-infra';
import { poison } from './world/poison';
import { WholeTerritory } from './world/whole-territory';

const TERRITORY = 'prova';
const TOUR = join(__dirname, '../../dist/scripts/tour/main.js');
const DLQ = join(__dirname, '../../dist/scripts/dlq/main.js');
const PEOPLE = 6;
const CLIENTS = 12;
const SHARED = 48;
/** Between two requests of a client that looks on while processes are exchanged: two cores also have to start those. */
const PAUSE_MS = 25;
/** The share of traces that is kept: enough to see one, and no load of its own. */
const TRACED = '0.2';
const run = promisify(execFile);
const REPLICATED = ['benefits', 'marketplace'];

let infra: HeldInfra;
let fleet: Fleet;
let territory: Territory;
let whole: WholeTerritory;
let dataDir: string;
let collector: TraceCollector;
const bought: Bought[] = [];

const as = (token: string | undefined): Caller => new Caller(() => fleet.url, token);
const atRest = (): Promise<void> => whole.atRest(30_000);

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'salvatempo-distributed-'));
  infra = await startHeldInfra();
  collector = await TraceCollector.start();
  fleet = await Fleet.start(infra.servers, { dataDir, territory: TERRITORY, env: { ...collector.env, OTEL_TRACES_SAMPLER_ARG: TRACED } });
  whole = await WholeTerritory.open(infra.servers, TERRITORY);
  const operator = await as(undefined).signIn('operatore@demo.example', 'demo-operatore');
  territory = await makeTerritory(operator, { people: PEOPLE, seed: 71, firmCapCents: 600_000, creditCents: 60_000 });
}, 240_000);

afterAll(async () => {
  await whole?.close();
  fleet?.end();
  await infra?.end();
  collector?.end();
  rmSync(dataDir, { recursive: true, force: true });
});

/**
 * Clients buy at the same time, and insist until they are answered: one person after the other, so that nobody comes to the
 * threshold of their year.
 */
async function buyAll(name: string, clients = CLIENTS): Promise<readonly Bought[]> {
  const first = bought.length;
  const now = await Promise.all(
    Array.from({ length: clients }, (_, n) => {
      const employee = territory.employees[(first + n) % PEOPLE]!;
      return buy(as(employee.token), employee, territory, `${name}-${n}`);
    }),
  );
  bought.push(...now);
  return now;
}

const allBecome = (purchases: readonly Bought[], status: string): Promise<unknown> =>
  Promise.all(purchases.map(({ employee, purchaseId }) => purchaseBecomes(as(employee.token), purchaseId, status)));

/** Each purchase that was answered is there once, and a repeat gets the same bytes. */
async function expectEachOnce(): Promise<void> {
  const repeats = await Promise.all(bought.map(({ employee, body, key }) => insist(as(employee.token), '/api/marketplace/purchases', body, key)));
  expect(repeats.map(({ text }) => text)).toEqual(bought.map(({ text }) => text));
  for (const employee of territory.employees) {
    const mine = bought.filter((one) => one.employee === employee).map(({ purchaseId }) => purchaseId).sort();
    const listed = async (): Promise<string[]> => (await as(employee.token).get('/api/marketplace/purchases?limit=100')).body.items.map(({ purchaseId }: { purchaseId: string }) => purchaseId).sort();
    await eventually(async () => (await listed()).length === mine.length, 'the list of purchases to be complete');
    expect(await listed()).toEqual(mine);
  }
}

describe('the product as one process for each service', () => {
  it('passes the tour twice, with the demo beside it', async () => {
    for (const seed of ['21', '22']) {
      const { stdout } = await run(process.execPath, [TOUR, '--url', fleet.url, '--seed', seed, '--json'], { timeout: 120_000 });
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, fund: { budgetCents: 5_000_000, committedCents: 97_200, paidCents: 2_800, freeCents: 4_900_000 }, statement: { dueCents: 4_000 }, firmOwes: { cents: 1_200 } });
    }
    await atRest();
  });

  it('goes from a firm’s partita IVA to a granted incentive to a reported euro', async () => {
    const { history } = await fromVatNumberToReportedEuro(as(territory.operator), 661);
    expect(history.map(({ status }) => status)).toEqual(JOURNEY);
    await atRest();
  });

  it('meets a limit, converts a premium in part and gives meal vouchers, through to the month’s payroll file', async () => {
    const { payroll } = await limitsMet(as(territory.operator), 663);
    expect(payroll.map(({ voce, lettera, importo }) => [voce, lettera, importo]).sort()).toEqual(PAYROLL_TOLD);
    await atRest();
  });

  it('lets credit above a firm’s guarantee go when its transfer comes, whatever process reads the statement', async () => {
    await coverMet(as(territory.operator), 664);
    await atRest();
  });

  it('runs two processes of the busiest services, and one of each other', async () => {
    const members = await fleet.members();
    for (const name of new Set(members.map((member) => member.name))) expect([name, members.filter((member) => member.name === name).length]).toEqual([name, REPLICATED.includes(name) ? 2 : 1]);
    expect(await fleet.isReady()).toBe(true);
  });

  it('serves the pages and the API’s description as one process does, and says what it doesn’t know in the same words', async () => {
    const page = await as(undefined).get('/');
    expect([page.status, page.headers.get('content-security-policy'), page.headers.get('x-frame-options')]).toEqual([200, expect.stringContaining("default-src 'self'"), 'DENY']);
    expect((await as(undefined).get('/openapi.json')).body.paths).toHaveProperty('/api/marketplace/purchases');
    for (const path of ['/api/nothing/here', '/health/nothing', '/api/marketplace/nothing']) expect([path, (await as(undefined).get(path)).body.code]).toEqual([path, 'no-such-route']);
    const tooLarge = await as(territory.owner).post('/api/benefits/plans', { title: 'x'.repeat(1_100_000) });
    expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'too-large']);
    expect((await as(undefined).get('/api/marketplace/purchases')).body.code).toBe('not-signed-in');
  });

  it('shares a group’s messages between two processes, at least a quarter each', async () => {
    const handledBy = async ({ url }: { url: string }): Promise<number> => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^salvatempo_messages_handled_total\{group="marketplace.purchase-list"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
    };
    const members = await fleet.members('marketplace');
    const before = await Promise.all(members.map(handledBy));
    // Each purchase is a key of its own: of 48, a quarter goes to one of two by chance in all but one run of thousands.
    await allBecome(await buyAll('shared', SHARED), 'active');
    const after = await Promise.all(members.map(handledBy));
    const taken = after.map((count, n) => count - before[n]!);
    expect(taken.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SHARED);
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(taken.reduce((sum, count) => sum + count, 0) / 4);
  });

  it('leads nobody from outside to where services talk to each other', async () => {
    for (const path of ['/internal/directory/organisations/frm_x', '/internal/dead-letters', '/internal/sessions/current', '/api/../internal/dead-letters', '/api/identity/../../internal/dead-letters'])
      expect([path, (await as(undefined).get(path)).status]).toEqual([path, 404]);
    for (const { url } of await fleet.members()) expect((await fetch(`${url}/internal/dead-letters`)).status).toBe(404);
  });

  it.each(['marketplace', 'programmes', 'benefits', 'vouchers'])('loses and doubles nothing when %s is killed in the middle of purchases', async (service) => {
    const buying = buyAll(`killed-${service}`);
    await fleet.kill(service);
    const purchases = await buying;
    await allBecome(purchases, 'active');
    await expectEachOnce();
    await eventually(() => fleet.isReady(), 'all services to be ready', { withinMs: 30_000 });
    await atRest();
  });

  it('fails no request while each service is restarted under load', async () => {
    let isOver = false;
    const wrong: string[] = [];
    const employee = territory.employees[0]!;
    const load = async (path: string): Promise<number> => {
      let sent = 0;
      for (; !isOver; sent++) {
        const { status, text } = await as(employee.token).get(path);
        if (status !== 200) wrong.push(`${path}: ${status} ${text}`);
        await realMs(PAUSE_MS);
      }
      return sent;
    };
    const loads = ['/api/identity/sessions/current', `/api/marketplace/quotes?offerId=${territory.offerId}`, '/api/benefits/accounts/mine', '/api/vouchers?limit=10', `/api/providers/offers?providerId=${territory.providerId}`].map(load);
    for (const service of ['identity', 'companies', 'programmes', 'benefits', 'providers', 'marketplace', 'vouchers']) {
      await fleet.restart(service);
      await buyAll(`restarted-${service}`, 1);
    }
    isOver = true;
    for (const sent of await Promise.all(loads)) expect(sent).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
    await allBecome(bought, 'active');
    await atRest();
  });

  it('goes on with what one service decides alone while the broker is gone, and completes the rest after it is back', async () => {
    const fulfilled = bought[0]!;
    const { voucherId } = await purchaseBecomes(as(fulfilled.employee.token), fulfilled.purchaseId, 'active');
    const { code } = (await as(fulfilled.employee.token).get(`/api/vouchers/${voucherId}`)).body as { code: string };
    await infra.tell('stop-kafka');
    const stoppedMs = performance.now();
    const redeemed = await as(territory.manager).post('/api/vouchers/redemptions', { code, holderFiscalCode: fulfilled.employee.fiscalCode });
    expect(redeemed.status).toBe(200);
    const credited = await as(territory.owner).post(`/api/benefits/plans/${territory.planId}/credit-runs`, { amountCents: 500, letter: 'c.3', validUntil: inDays(200) });
    expect(credited.status).toBe(202);
    const imported = await as(territory.manager).post(`/api/providers/${territory.providerId}/offer-imports`, 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO9;"Stireria, 9 kg";72,00;laundry-ironing;90\n');
    expect(imported.status).toBeLessThan(300);
    const pending = await buyAll('without-broker', 4);
    await eventually(async () => (await whole.backlogOf('marketplace')) > 0, 'something to wait for the broker');
    await eventually(() => performance.now() - stoppedMs > 30_000, 'the broker to be gone for 30 s', { withinMs: 60_000 });
    for (const { employee, purchaseId } of pending) expect((await as(employee.token).get(`/api/marketplace/purchases/${purchaseId}`)).body.status).toBe('pending');
    await infra.tell('start-kafka');
    await eventually(async () => (await whole.log.length('vouchers.events')) > 0, 'the broker to answer', { withinMs: 30_000 });
    const backMs = performance.now();
    await allBecome(pending, 'active');
    const seconds = (performance.now() - backMs) / 1_000;
    process.stdout.write(`without-broker: whole again ${seconds.toFixed(1)} s after it was back\n`);
    expect(seconds).toBeLessThan(10);
    await atRest();
  });

  it('answers 503 while the store does not answer, gives nothing up, and goes on after it', async () => {
    const { employee } = bought[0]!;
    await infra.tell('stop-mongo');
    const haltedMs = performance.now();
    // Longer than a session is remembered: then identity can't say who it is, which makes nobody of no one.
    await eventually(() => performance.now() - haltedMs > 12_000, 'remembered sessions to be forgotten', { withinMs: 20_000 });
    const answers = await Promise.all([as(employee.token).get('/api/marketplace/purchases?limit=10'), as(employee.token).post('/api/marketplace/purchases', bought[0]!.body)]);
    const isReady = await fleet.isReady();
    await eventually(() => performance.now() - haltedMs > 30_000, 'the store to be halted for 30 s', { withinMs: 60_000 });
    await infra.tell('start-mongo');
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([[503, 'try-later'], [503, 'try-later']]);
    expect(isReady).toBe(false);
    await eventually(() => fleet.isReady(), 'all services to be ready', { withinMs: 30_000 });
    await allBecome(await buyAll('after-store', 4), 'active');
    await expectEachOnce();
    await atRest();
  });

  it('puts what can’t be handled into the dead letters, goes on, and brings a mended one back once', async () => {
    const [real] = (await whole.log.read('vouchers.events', undefined, 1_000)).filter(({ value }) => value.includes('"vouchers.voucher-issued.v1"'));
    const { messages, spoilt } = poison(real!);
    await whole.log.publish(messages);
    const [purchase] = await buyAll('after-poison', 1);
    await fulfil(as(territory.manager), as(purchase!.employee.token), territory, purchase!);
    await purchaseBecomes(as(purchase!.employee.token), purchase!.purchaseId, 'settled');
    const quoted = ({ value }: { value: string }): string => (JSON.parse(value) as { value: string }).value;
    const letters = await eventually(
      async () => {
        const found = await whole.letters();
        return messages.every(({ value }) => found.some((letter) => quoted(letter) === value)) && found;
      },
      'a letter for each',
      { withinMs: 30_000 },
    );
    expect(letters.filter((letter) => !messages.some(({ value }) => value === quoted(letter)))).toEqual([]);
    const file = join(dataDir, 'mended.json');
    writeFileSync(file, real!.value);
    const SERVICES = (await fleet.members()).map(({ name, url }) => `${name}=${url}`).join(',');
    const dlq = async (...args: string[]): Promise<string> => {
      const { stdout } = await run(process.execPath, [DLQ, ...args], { env: { ...process.env, DATA_DIR: dataDir, SERVICES } }).catch((error: Error) => {
        throw new Error(`${error.message}\n${fleet.output.slice(-5_000)}`);
      });
      return stdout;
    };
    for (const { topic, partition, offset } of letters.filter((letter) => quoted(letter) === spoilt)) {
      const group = topic.replace(/\.dlq$/, '');
      expect(await dlq('list')).toContain(`${group}\n`);
      for (let n = 0; n < 2; n++) expect(await dlq('replay', '--group', group, '--letter', `${partition}:${offset}`, '--value', file)).toBe('handled\n');
    }
    await expectEachOnce();
    await eventually(async () => (await whole.brokenRules()).length === 0, 'everything to be right', { withinMs: 30_000 });
    expect(await whole.setAside()).toEqual([]);
  });

  it('ends as a whole by one signal, and leaves nothing behind', async () => {
    expect(await fleet.stop()).toEqual({ code: 0, isLeft: false });
  });

  it('has shown a purchase as one trace, from the gateway through each service that had to do with it', () => {
    const whole = collector.tracesWith('POST /api/marketplace/purchases').filter((trace) => orphansOf(trace).length === 0);
    const services = whole.map((trace) => [...new Set(trace.map(({ service }) => service))].sort());
    expect(services).toContainEqual(expect.arrayContaining(['benefits', 'gateway', 'marketplace', 'programmes', 'vouchers']));
  });
});
