import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BenefitsModule } from '@salvatempo/app-benefits';
import { IdentityModule } from '@salvatempo/app-identity';
import { addDays, derivedId, endOfRomeDay, HOUR_MS, isNight, romeDate, romeInstant } from '@salvatempo/kernel';
import { Engine, type AggregateRunner, type Cause, type EventLog, type LogServer } from '@salvatempo/messaging';
import { httpApplication, PlatformModule, runnerOf, TerritoryKeys, type Mail, type PlatformPorts } from '@salvatempo/runtime';
import type { Store } from '@salvatempo/store';
import { eventually, HandClock, memoryAmbient, memoryLog, memoryStore } from '@salvatempo/testing';

@Module({})
class Alone {}

interface Part {
  readonly app: NestFastifyApplication;
  readonly engine: Engine;
  readonly server: LogServer;
}

const territory = new TerritoryKeys(Buffer.alloc(32, 7));
const FIRM = derivedId('fir', 'one');
const MARTA = 'marta@prova.example';
const marta = territory.personIdOfUsername(MARTA);
const REMINDERS = derivedId('rem', marta);
/** One process with both services, or one for each with a store of its own. */
const modes: Readonly<Record<string, readonly (readonly Type[])[]>> = { 'in one process': [[BenefitsModule, IdentityModule]], 'in a process for each service': [[BenefitsModule], [IdentityModule]] };

describe.each(Object.entries(modes))('mails about credit that expires, %s', (_, processes) => {
  let clock: HandClock;
  let log: EventLog;
  let stores: Store[];
  let parts: Part[];
  let mails: (Mail & { readonly at: string })[];
  let count = 0;
  const troubles: unknown[] = [];

  async function boot(modules: readonly Type[], store: Store): Promise<Part> {
    const ports = {
      ...{ store, log, ambient: memoryAmbient(clock), keys: territory, publicUrl: 'https://salvatempo.example' },
      hasher: { hash: (password: string) => Promise.resolve(`hash of ${password}`), verify: () => Promise.resolve(true) },
      mail: { send: (mail: Mail) => Promise.resolve(void mails.push({ ...mail, at: clock.now() })) },
      processLog: { info: () => undefined, warn: () => undefined, error: (facts: unknown) => troubles.push(facts) },
    } as unknown as PlatformPorts;
    const engine = new Engine({ store, log, ambient: ports.ambient });
    const root: DynamicModule = { module: Alone, imports: [PlatformModule.of(ports, engine), ...modules] };
    const { app, server } = await httpApplication(root, ports);
    await app.startAllMicroservices();
    await app.init();
    engine.start();
    return { app, engine, server };
  }

  const start = async (): Promise<void> => void (parts = await Promise.all(processes.map((modules, n) => boot(modules, stores[n]!))));
  async function stop(): Promise<void> {
    for (const { app, engine, server } of parts) {
      await Promise.all([app.close(), server.close()]);
      await engine.stop();
    }
  }
  /** Everything is off until then, as after a crash: what fell due meanwhile is found at the start. */
  async function offUntil(at: string): Promise<void> {
    await stop();
    clock.pass(Date.parse(at) - Date.parse(clock.now()));
    await start();
  }

  const runner = <S>(name: string): AggregateRunner<S> => parts[0]!.app.get(runnerOf({ service: 'benefits', name }));
  const because = (id: string): Cause => ({ id, time: clock.now(), correlationId: 'spec', tenantId: 'territory' });
  const credit = (n: number, amountCents: number, lastDay: string) => {
    const lot = { amountCents, letter: 'c.3', origin: 'plan', unit: 'EUR', validFrom: clock.now(), validUntil: endOfRomeDay(lastDay) };
    const data = { firmId: FIRM, personId: marta, lotId: derivedId('lot', String(n)), lot };
    return runner('account').execute(derivedId('acc', FIRM, marta), { type: 'add-credit', data }, because(`credit-${n}`));
  };
  const followed = (lots: number) => eventually(async () => (await runner<{ lots: unknown[] }>('expiry-reminders').load(REMINDERS))?.state.lots.length === lots, `${lots} lots to be looked after`);
  const told = (mailsSoFar: number) => eventually(() => mails.length === mailsSoFar, `${mailsSoFar} mails`);
  const post = (part: Part, url: string, payload: object) => part.app.inject({ method: 'POST', url, payload, headers: { 'idempotency-key': `spec-key-${++count}` }, remoteAddress: '198.51.100.1' });

  beforeEach(async () => {
    clock = new HandClock('2026-09-01T08:00:00.000Z');
    log = memoryLog();
    stores = processes.map(() => memoryStore());
    mails = [];
    await start();
    expect((await post(parts.at(-1)!, '/api/identity/accounts', { username: MARTA, password: 'una frase lunga' })).statusCode).toBe(201);
  });
  afterEach(async () => {
    await stop();
    expect(troubles.splice(0)).toEqual([]);
  });

  it('are sent ninety, sixty, thirty and seven days before, by day, one for all lots, and once across restarts', async () => {
    await credit(1, 10_000, '2026-12-31');
    await credit(2, 2_500, '2026-12-31');
    await credit(3, 700, '2027-01-02');
    await followed(3);
    for (const [n, day] of ['2026-10-02', '2026-10-04', '2026-11-01', '2026-11-03', '2026-12-01', '2026-12-03', '2026-12-24', '2026-12-26'].entries()) {
      await offUntil(romeInstant(day, 12 * 60));
      await told(n + 1);
      await offUntil(romeInstant(day, 13 * 60));
    }
    expect(mails.map(({ at }) => romeDate(at))).toEqual(['2026-10-02', '2026-10-04', '2026-11-01', '2026-11-03', '2026-12-01', '2026-12-03', '2026-12-24', '2026-12-26']);
    expect(mails[0]).toMatchObject({ to: MARTA, subject: expect.stringMatching(/125,00/) });
    expect(mails[0]!.text).toMatch(/125,00 € entro gio 31 dic 2026/);
    expect(mails[1]!.text).toMatch(/7,00 € entro sab 2 gen 2027/);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(8);
  });

  it('wait for the morning where their time is passed by night, and tell all that fell due in one', async () => {
    await credit(1, 10_000, '2026-12-31');
    await credit(2, 500, addDays('2026-12-31', 1));
    await followed(2);
    await offUntil(romeInstant('2026-10-04', 23 * 60));
    await eventually(async () => (await runner<{ notBefore?: string }>('expiry-reminders').load(REMINDERS))?.state.notBefore !== undefined, 'the night to be noticed');
    expect(mails).toEqual([]);
    await offUntil(romeInstant('2026-10-05', 8 * 60));
    await told(1);
    expect([isNight(mails[0]!.at), mails[0]!.text.match(/ entro /g)?.length]).toEqual([false, 2]);
  });

  it('say nothing of what is spent, and nothing to who wants none, by the link of a mail or by the setting', async () => {
    await credit(1, 10_000, '2026-12-31');
    await followed(1);
    await offUntil(romeInstant('2026-10-02', 12 * 60));
    await told(1);
    const link = /https:\/\/salvatempo\.example\/avvisi\/(rem_\w+)\/(\w+)/.exec(mails[0]!.text)!;
    expect([link[1], mails[0]!.html?.includes(link[0])]).toEqual([REMINDERS, true]);
    const url = `/api/benefits/expiry-reminders/${link[1]!}/opt-out`;
    expect((await post(parts[0]!, url, { code: 'A'.repeat(26) })).json()).toMatchObject({ code: 'expiry-reminders-not-found' });
    expect((await post(parts[0]!, url, { code: link[2] })).json()).toEqual({ wanted: false });
    expect((await post(parts[0]!, url, { code: link[2] })).json()).toEqual({ wanted: false });
    await offUntil(romeInstant('2026-11-01', 12 * 60));
    await runner('expiry-reminders').execute(REMINDERS, { type: 'set-expiry-reminders', data: { personId: marta, wanted: true } }, because('on again'));
    await runner('account').execute(derivedId('acc', FIRM, marta), { type: 'withdraw-credit', data: { amountCents: 10_000, reason: 'spec' } }, because('spent'));
    await offUntil(romeInstant('2026-11-01', 14 * 60));
    await eventually(async () => (await runner<{ lastOn?: string }>('expiry-reminders').load(REMINDERS))?.state.lastOn === '2026-11-01', 'the day to pass');
    await credit(2, 300, '2026-12-31');
    await followed(2);
    await offUntil(romeInstant('2026-12-01', 12 * 60));
    await told(2);
    expect(mails[1]!.text).toMatch(/3,00 € entro/);
    expect(Date.parse(mails[1]!.at) - Date.parse(mails[0]!.at)).toBeGreaterThan(59 * 24 * HOUR_MS);
  });
});
