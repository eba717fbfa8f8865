import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { internalHeaders, territoryKeysOf } from '@salvatempo/runtime';
import { eventually, memoryAmbient } from '@salvatempo/testing';
import { faultsOf, productBlueprint } from '../scenarios/world/audit';
import { buy, fulfil, purchaseBecomes, type Bought } from '../scenarios/world/buying';
import { Caller } from '../scenarios/world/caller';
import { firstOperator } from '../scenarios/world/first-operator';
import { freshFolder, leaveNothing, start } from '../scenarios/world/product';
import { makeTerritory, until, type Territory } from '../scenarios/world/territory';
import { Fleet } from './world/fleet';
import { startHeldInfra, type HeldInfra } from './world/held-infra';
import { WholeTerritory } from './world/whole-territory';

const NAME = 'migrata';
const NO_DEMO = ['--no-demo'];
const run = promisify(execFile);
const program = (name: string): string => join(__dirname, `../../dist/scripts/migrate/${name}.js`);

let infra: HeldInfra;
let fleet: Fleet | undefined;
let url = '';
let territory: Territory;
const bought: Bought[] = [];

const as = (token: string): Caller => new Caller(() => url, token);
const move = async (name: 'export' | 'import', args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
  (await run(process.execPath, [program(name), ...args], { env: { PATH: process.env.PATH, ...env }, timeout: 60_000 })).stdout;
/** A folder with nothing but the key of another one. */
function withKeyOf(dataDir: string): string {
  const folder = freshFolder();
  copyFileSync(join(dataDir, 'territory.key'), join(folder, 'territory.key'));
  return folder;
}

async function buyOne(key: string): Promise<Bought> {
  const employee = territory.employees[bought.length % territory.employees.length]!;
  const one = await buy(as(employee.token), employee, territory, key);
  await purchaseBecomes(as(employee.token), one.purchaseId, 'active');
  bought.push(one);
  return one;
}

/** Everybody sees what they saw: purchases and how they stand, vouchers, credit, the fund, what is owed and due. */
async function everythingSeen(): Promise<unknown> {
  const { operator, owner, manager, employees, callId, firmId, providerId } = territory;
  const lists = await Promise.all(
    employees.map(async ({ token }) => {
      const { items } = (await as(token).get('/api/marketplace/purchases?limit=100')).body as { items: { purchaseId: string; status: string }[] };
      const { items: vouchers } = (await as(token).get('/api/vouchers?limit=100')).body as { items: { voucherId: string; status: string }[] };
      return { purchases: items.map(({ purchaseId, status }) => [purchaseId, status]).sort(), vouchers: vouchers.map(({ voucherId, status }) => [voucherId, status]).sort(), accounts: (await as(token).get('/api/benefits/accounts/mine')).body };
    }),
  );
  return {
    lists,
    call: (await as(operator).get(`/api/programmes/calls/${callId}`)).body,
    bill: (await as(owner).get(`/api/benefits/bills/${firmId}`)).body,
    statements: (await as(manager).get(`/api/providers/${providerId}/statements`)).body,
    people: (await as(owner).get(`/api/companies/firms/${firmId}/employees?limit=100`)).body,
  };
}

beforeAll(async () => void (infra = await startHeldInfra()), 120_000);
afterAll(async () => {
  fleet?.end();
  await leaveNothing();
  await infra?.end();
});

describe('a territory that moves', () => {
  it('goes from one file to many processes and back, and nobody sees a difference', async () => {
    const embedded = freshFolder();
    const first = await start({ dataDir: embedded, args: NO_DEMO });
    url = first.url;
    territory = await makeTerritory(await firstOperator(first, () => first.url), { people: 3, seed: 51 });
    for (let n = 0; n < 4; n++) await buyOne(`before-${n}`);
    await fulfil(as(territory.manager), as(bought[0]!.employee.token), territory, bought[0]!);
    await purchaseBecomes(as(bought[0]!.employee.token), bought[0]!.purchaseId, 'settled');
    await until(as(territory.manager), `/api/providers/${territory.providerId}/statements`, ({ items }) => items.length === 1);
    const before = await everythingSeen();
    const file = join(freshFolder(), 'territorio.gz');
    await expect(move('export', ['--to', file], { DATA_DIR: embedded })).rejects.toThrow(/in use|another process/i);
    await first.stop();
    expect(await move('export', ['--to', file], { DATA_DIR: embedded })).toMatch(/\d+ documents, \d+ messages/);

    const dataDir = withKeyOf(embedded);
    const { MONGODB_URL } = infra.servers;
    await expect(move('import', ['--from', file], { DATA_DIR: freshFolder(), MONGODB_URL, TERRITORY: NAME })).rejects.toThrow(/another key/);
    expect(await move('import', ['--from', file], { DATA_DIR: dataDir, MONGODB_URL, TERRITORY: NAME })).toContain('counts and digests are those of the file');
    await expect(move('import', ['--from', file], { DATA_DIR: dataDir, MONGODB_URL, TERRITORY: NAME })).rejects.toThrow(/never mixes/);
    fleet = await Fleet.start(infra.servers, { dataDir, territory: NAME, args: NO_DEMO });
    url = fleet.url;
    await eventually(async () => expect(await everythingSeen()).toEqual(before) === undefined, 'everybody to see what they saw', { withinMs: 60_000 });
    const whole = await WholeTerritory.open(infra.servers, NAME);
    await whole.atRest(60_000);
    expect(await everythingSeen()).toEqual(before);
    await buyOne('between');
    await whole.atRest(30_000);
    const between = await everythingSeen();
    await whole.close();
    expect(await fleet.stop()).toEqual({ code: 0, isLeft: false });

    const second = join(freshFolder(), 'territorio.gz');
    await move('export', ['--to', second], { DATA_DIR: dataDir, MONGODB_URL, TERRITORY: NAME });
    const back = withKeyOf(dataDir);
    await move('import', ['--from', second], { DATA_DIR: back });
    const last = await start({ dataDir: back, args: NO_DEMO });
    url = last.url;
    await eventually(async () => expect(await everythingSeen()).toEqual(between) === undefined, 'everybody to see what they saw', { withinMs: 60_000 });
    await buyOne('afterwards');
    const headers = internalHeaders(territoryKeysOf(back, memoryAmbient().randomness));
    // A message published anew may come before what it is about, from another service, and is set aside until then.
    await eventually(async () => ((await (await fetch(`${last.url}/internal/dead-letters`, { headers })).json()) as { groups: object[] }).groups.length === 0, 'nothing to be set aside', { withinMs: 30_000 });
    await last.stop();
    expect(await faultsOf(back, await productBlueprint())).toEqual([]);
  });
});
