import { problems } from '@salvatempo/contracts';
import { eventually } from '@salvatempo/testing';
import { Caller, type Answer } from './world/caller';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { publishedRoutes, type Route } from './world/open-api';
import { freshFolder, leaveNothing, start } from './world/product';
import { ROLES, routeTable, type Role } from './world/route-table';

let anybody: Caller;
let here: LivedIn;
let elsewhere: LivedIn;
let routes: readonly Route[];
let position = 0;
/** Roles that are for the territory, not for one organisation. */
const ofTheTerritory: readonly Role[] = ['operator', 'claims-validator'];
const changes = ({ method }: Route): boolean => method !== 'GET';
const accessOf = ({ name }: Route) => routeTable[name]!;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  anybody = new Caller(() => product.url);
  const operator = await firstOperator(product, () => product.url);
  [here, elsewhere] = await Promise.all([livedIn(operator, 21), livedIn(operator, 22)]);
  routes = (await publishedRoutes(anybody)).filter(({ name }) => name in routeTable);
  await eventually(async () => (await eventsSince()) === 0, 'nothing to follow any more', { withinMs: 20_000, everyMs: 300 });
});

afterAll(leaveNothing);

/** How many events came since the last look. */
async function eventsSince(): Promise<number> {
  for (let found = 0; ; ) {
    const { items } = (await here.people.operator.get(`/api/operations/events?after=${position}&limit=500`)).body;
    found += items.length;
    position = items.at(-1)?.position ?? position;
    if (items.length < 500) return found;
  }
}

function addressOf({ path, name }: Route, { ids }: LivedIn): string {
  const service = path.split('/')[2]!;
  const { query } = routeTable[name]!;
  const full = query === undefined ? path : `${path}?${query}`;
  return full.replace(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? ids[`${service}.${id}`] ?? `no ${id}`);
}

/** A body of the right fields; what is wrong with it is the caller's business. */
const plausible = ({ fields, takesCsv }: Route): unknown =>
  takesCsv ? 'codice_fiscale,nome,cognome\n' : fields && Object.fromEntries(fields.map(({ name, type }) => [name, type === 'number' ? 1 : type === 'boolean' ? true : type === 'array' ? [] : 'x']));

const call = (who: Caller, route: Route, body: unknown = plausible(route), at = here, more: { key?: string | null } = {}): Promise<Answer> =>
  who.send(route.method, addressOf(route, at), { body: changes(route) ? body : undefined, ...more });

const wrong: string[] = [];
/** Notes what isn't a problem document with a published code and one of these statuses. */
function expectProblem(what: string, { status, headers, body, text }: Answer, ...statuses: number[]): void {
  const published = typeof body.code === 'string' && body.code in problems && problems[body.code]!.status === status;
  if (!statuses.includes(status) || !published || !headers.get('content-type')?.startsWith('application/problem+json')) wrong.push(`${what}: ${status} ${text.slice(0, 160)}`);
}

/** Nothing was wrong, and nothing was written. */
async function expectNothing(): Promise<void> {
  expect(wrong.splice(0)).toEqual([]);
  expect(await eventsSince()).toBe(0);
}

/** Somebody who may call the route. */
const allowed = (route: Route): Caller => {
  const { who } = accessOf(route);
  return who === 'anybody' ? anybody : here.people[who === 'signed-in' ? 'nobody' : who[0]!];
};

describe('every route', () => {
  it('is in the table, and the table has no other', async () => {
    expect((await publishedRoutes(anybody)).map(({ name }) => name).sort()).toEqual(Object.keys(routeTable).sort());
  });

  it('answers 401 to somebody who isn’t signed in, unless it is for anybody', async () => {
    for (const route of routes.filter((one) => accessOf(one).who !== 'anybody'))
      for (const token of [undefined, 'a-session-that-never-was', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.']) expectProblem(`${route.name} with ${token}`, await call(anybody.as(token), route), 401);
    await expectNothing();
  });

  it('answers 403 to each wrong role, and shows each right one what is theirs', async () => {
    for (const route of routes) {
      const { who } = accessOf(route);
      if (typeof who === 'string') continue;
      for (const role of ROLES.filter((one) => !who.includes(one))) expectProblem(`${route.name} as ${role}`, await call(here.people[role], route), 403, 404);
      if (!changes(route)) for (const role of who) expect([route.name, role, (await call(here.people[role], route)).status]).toEqual([route.name, role, 200]);
    }
    await expectNothing();
  });

  it('shows nobody of another organisation what isn’t theirs', async () => {
    for (const route of routes) {
      const { who, shared } = accessOf(route);
      if (shared || typeof who === 'string') continue;
      for (const role of who.filter((one) => !ofTheTerritory.includes(one))) expectProblem(`${route.name} as another ${role}`, await call(elsewhere.people[role], route), 400, 403, 404);
    }
    await expectNothing();
  });

  it('answers with a problem to ids that are none, and to those of things that aren’t there', async () => {
    for (const route of routes.filter(({ path }) => path.includes('{')))
      for (const id of [`pur_${'0'.repeat(26)}`, 'x', '..%2F..%2Fetc', '%00', `${'9'.repeat(150)}`, '$ne', '__proto__']) {
        const strange = { ...here, ids: new Proxy({}, { get: () => id }) };
        expectProblem(`${route.name} of ${id}`, await call(allowed(route), route, undefined, strange), 400, 403, 404, 409, 422);
      }
    await expectNothing();
  });
});

describe('every route that changes something', () => {
  it('needs an idempotency key that is one', async () => {
    for (const route of routes.filter((one) => changes(one) && !accessOf(one).unkept))
      for (const [key, code] of [[null, 'idempotency-key-missing'], ['short', 'idempotency-key-invalid'], ['x'.repeat(81), 'idempotency-key-invalid']] as const) {
        const answer = await call(allowed(route), route, undefined, here, { key });
        expectProblem(`${route.name} with the key ${key}`, answer, 400);
        if (answer.body.code !== code) wrong.push(`${route.name} with the key ${key}: ${answer.body.code}`);
      }
    await expectNothing();
  });

  it('refuses unknown fields, wrong types and texts without end', async () => {
    for (const route of routes.filter((one) => changes(one) && one.fields)) {
      const body = plausible(route) as Record<string, unknown>;
      const bodies: unknown[] = [{ ...body, surplus: 1 }, { ...body, isAdmin: true, role: 'operator' }, [body], null];
      for (const { name } of route.fields!) for (const value of [{ $ne: '' }, 'x'.repeat(5_000), [[]], null, 1e300]) bodies.push({ ...body, [name]: value });
      for (const one of bodies) expectProblem(`${route.name} with ${JSON.stringify(one).slice(0, 120)}`, await call(allowed(route), route, one), 400);
    }
    await expectNothing();
  });

  it('refuses bodies that are no JSON, too large, or of another kind', async () => {
    for (const route of routes.filter((one) => changes(one) && one.fields)) {
      const send = async (body: string, type: string): Promise<Answer> => allowed(route).send(route.method, addressOf(route, here), { body, headers: { 'content-type': type } });
      expectProblem(`${route.name} with half a body`, await send('{"a":', 'application/json'), 400);
      expectProblem(`${route.name} with a prototype`, await send('{"__proto__":{"isAdmin":true}}', 'application/json'), 400);
      expectProblem(`${route.name} with two megabytes`, await send(`"${'x'.repeat(2_000_000)}"`, 'application/json'), 413);
      expectProblem(`${route.name} with XML`, await send('<a/>', 'application/xml'), 415);
    }
    await expectNothing();
  });
});

describe('every list', () => {
  it('refuses a query that it doesn’t declare, and one of the wrong type', async () => {
    for (const route of routes.filter((one) => one.query.length > 0 && !changes(one))) {
      const address = addressOf(route, here);
      const bad = ['surplus=1', ...(route.query.includes('limit') ? ['limit=x', 'limit=0', 'limit=1000000', 'limit=1&limit=2'] : []), `after[$gt]=`, ...route.query.filter((name) => name !== 'limit').map((name) => `${name}=${'x'.repeat(3_000)}`)];
      for (const query of bad) expectProblem(`${address} with ${query.slice(0, 40)}`, await allowed(route).get(`${address}${address.includes('?') ? '&' : '?'}${query}`), 400);
    }
    await expectNothing();
  });
});
