import type { Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';

let here: LivedIn;
let owner: Caller;
let sites: string;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  here = await livedIn(await firstOperator(product, () => product.url), 71);
  owner = here.people['firm-admin'];
  sites = `/api/companies/firms/${here.ids.firmId}/sites`;
});

afterAll(leaveNothing);

const romeDay = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
const shop = { name: 'Negozio', address: 'Corso Roma 7', municipality: 'E648', deliveryPoint: true, instructions: 'La biancheria si lascia al banco', firstDay: '2024-01-01', hours: always, closingDays: [] as string[] };
const { firstDay: _, ...said } = shop;
const seen = async (who: Caller = owner) => (await who.get(sites)).body as { at: string; items: Record<string, unknown>[] };
const named = async (name: string, who: Caller = owner) => (await seen(who)).items.find((one) => one.name === name);

describe('a firm’s sites', () => {
  it('are written down by the firm, and seen by its people and the officer with what is open now', async () => {
    const made = await owner.made(sites, shop);
    expect(made).toMatchObject({ firmId: here.ids.firmId, firstDay: '2024-01-01' });
    for (const who of [owner, here.people.employee, here.people.operator])
      expect(await named('Negozio', who)).toMatchObject({ siteId: made.siteId, address: 'Corso Roma 7', deliveryPoint: true, instructions: 'La biancheria si lascia al banco', open: true });
    expect(await named('Laboratorio')).toMatchObject({ firstDay: '2020-01-01', timetables: [{ from: '2020-01-01', hours: [{ weekday: 1, from: '08:30', to: '12:30' }] }] });
    expect(new Date(String((await named('Laboratorio'))!.nextOpening)).getTime()).toBeGreaterThan(new Date((await seen()).at).getTime());
    expect((await here.people['provider-admin'].get(sites)).status).toBe(403);
    expect((await here.people.employee.post(sites, shop)).status).toBe(403);
  });

  it('change with a day, keep the hours that they had, and stay closed on closing days', async () => {
    const { siteId } = (await named('Negozio'))!;
    const changes = `${sites}/${String(siteId)}/changes`;
    expect(await owner.made(changes, { ...said, closingDays: [romeDay(0)] })).toMatchObject({ from: romeDay(0), changed: ['closingDays'] });
    expect(await named('Negozio')).toMatchObject({ open: false, closingDays: [romeDay(0)], nextOpening: expect.stringMatching(/T2[23]:00:00.000Z$/) });
    expect(await owner.made(changes, { ...said, hours: [], from: romeDay(30) })).toMatchObject({ from: romeDay(30), changed: ['hours', 'closingDays'] });
    expect(await named('Negozio')).toMatchObject({ open: true, timetables: [{ from: '2024-01-01' }, { from: romeDay(0) }, { from: romeDay(30), hours: [] }] });
    expect((await owner.post(changes, { ...said, from: romeDay(-2) })).body.code).toBe('site-hours-in-past');
    expect((await owner.post(changes, { ...said, name: 'laboratorio' })).body.code).toBe('site-name-taken');
    expect((await owner.post(`${sites}/sit_${'0'.repeat(26)}/changes`, said)).body.code).toBe('site-not-found');
  });

  it.each([
    [{ hours: [{ weekday: 1, from: '22:00', to: '02:00' }] }, 'hours.0.to'],
    [{ hours: [{ weekday: 1, from: '10:00', to: '12:00' }, { weekday: 1, from: '11:59', to: '13:00' }] }, 'hours.1.from'],
    [{ hours: [{ weekday: 8, from: '10:00', to: '12:00' }] }, 'hours.0.weekday'],
    [{ hours: [{ weekday: 1, from: '24:00', to: '24:00' }] }, 'hours.0.from'],
    [{ hours: Array.from({ length: 7 }, (_one, n) => ({ weekday: 2, from: `1${n}:00`, to: `1${n}:30` })) }, 'hours.6.weekday'],
    [{ closingDays: ['2026-02-30'] }, 'closingDays.0'],
    [{ municipality: 'Q999' }, 'municipality'],
    [{ firstDay: '2206-01-01' }, 'firstDay'],
    [{ name: '   ' }, 'name'],
  ])('are refused with %j, by its place', async (wrong, field) => {
    const refused = await owner.post(sites, { ...shop, name: 'Altro', ...wrong });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('may be open from midnight to midnight’s next day in two pieces, and are closed for good but never gone', async () => {
    const { siteId } = await owner.made(sites, { ...shop, name: 'Magazzino', deliveryPoint: false });
    const closure = `${sites}/${siteId}/closure`;
    expect((await owner.post(closure, { lastDay: '2023-12-31' })).body.code).toBe('site-closed-before-opening');
    expect(await owner.made(closure, { lastDay: romeDay(10) })).toMatchObject({ lastDay: romeDay(10) });
    expect(await named('Magazzino')).toMatchObject({ open: true, lastDay: romeDay(10), openUntil: expect.any(String) });
    await owner.made(closure, { lastDay: romeDay(-1) });
    expect(await named('Magazzino')).toMatchObject({ open: false, lastDay: romeDay(-1) });
    expect((await owner.post(closure, { lastDay: romeDay(10) })).body.code).toBe('site-closed-already');
    await owner.made(sites, { ...shop, name: 'Magazzino' });
    expect((await seen()).items.filter(({ name }) => name === 'Magazzino')).toHaveLength(2);
  });

  it('tell no event their names, addresses and instructions', async () => {
    const { text } = await here.people.operator.get('/api/operations/events?limit=500');
    expect(text).toContain('companies.site-opened.v1');
    expect(text).not.toMatch(/Negozio|Corso Roma|biancheria|Garibaldi/);
  });
});
