import { addDays } from '@salvatempo/kernel';
import type { Caller } from './world/caller';
import { today } from './world/days';
import { firstOperator } from './world/first-operator';
import { livedIn, type LivedIn } from './world/lived-in';
import { freshFolder, leaveNothing, start } from './world/product';
import { until } from './world/territory';

let here: LivedIn;
let owner: Caller;
let firm: string;

beforeAll(async () => {
  const product = await start({ dataDir: freshFolder(), args: ['--no-demo'] });
  here = await livedIn(await firstOperator(product, () => product.url), 81);
  owner = here.people['firm-admin'];
  firm = `/api/companies/firms/${here.ids.firmId}`;
});

afterAll(leaveNothing);

const HEADER = 'codice_fiscale,data,inizio,fine';
const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
const lastDayOf = (month: string): string => addDays(`${monthAfter(month)}-01`, -1);
const thisMonth = today().slice(0, 7);
const nextMonth = monthAfter(thisMonth);
const code = (): string => here.territory.employees[0]!.fiscalCode;
const imports = (month: string): string => `${firm}/rosters/${month}/imports`;
const shiftsFrom = async (day: string, days = 7) => (await owner.get(`${firm}/shifts?from=${day}&days=${days}`)).body.items as Record<string, unknown>[];
const errorsOf = async (month: string, file: string): Promise<string[]> => {
  const refused = await owner.post(imports(month), file);
  expect(refused).toMatchObject({ status: 422, body: { code: 'import-refused' } });
  return refused.body.errors.map((one: Record<string, unknown>) => `${String(one.line)}:${String(one.column)} ${String(one.code)}`);
};

describe('a month’s shifts', () => {
  it('are seen before they are taken, and then by who works them and by the firm alone', async () => {
    const last = lastDayOf(nextMonth);
    const file = `${HEADER}\n${code()},${nextMonth}-02,08:00,12:00\n${code()},${last},22:00,06:00\n`;
    const { body: preview } = await owner.post(`${imports(nextMonth)}/previews`, file, { key: null });
    expect(preview).toMatchObject({ month: nextMonth, shifts: 2, people: [{ employeeId: here.ids.employeeId, name: 'Adelea', shifts: 2, shiftsBefore: 0, changed: true }] });
    expect(await shiftsFrom(`${nextMonth}-02`)).toEqual([]);
    expect(await owner.made(`${imports(nextMonth)}?preview=${preview.previewId}`, file)).toEqual({ firmId: here.ids.firmId, month: nextMonth, people: 1, shifts: 2, shiftsInMonth: 2 });
    expect((await owner.post(`${imports(nextMonth)}?preview=${preview.previewId}`, file)).body.code).toBe('import-preview-outdated');
    const morning = { siteId: here.ids.siteId, siteName: 'Laboratorio', date: `${nextMonth}-02`, start: '08:00', end: '12:00' };
    expect(await shiftsFrom(`${nextMonth}-02`, 1)).toMatchObject([{ ...morning, employeeId: here.ids.employeeId, name: 'Adelea', surname: 'Arvedi', startsAt: expect.stringMatching(/T0[67]:00/) }]);
    const mine = (who: Caller) => who.get(`/api/companies/people/me/shifts?from=${nextMonth}-01`);
    expect((await mine(here.people.employee)).body.items).toMatchObject([{ ...morning, firmId: here.ids.firmId }]);
    expect((await here.people.employee.get(`${firm}/shifts?from=${nextMonth}-01`)).status).toBe(403);
    expect((await here.people.operator.get(`${firm}/shifts?from=${nextMonth}-01`)).status).toBe(403);
    const night = (await shiftsFrom(last, 1))[0]!;
    expect(new Date(String(night.endsAt)).getTime()).toBeGreaterThan(new Date(`${last}T23:00:00Z`).getTime());
  });

  it('take the place of the month of who is in the file, and of nobody else', async () => {
    await owner.made(`${firm}/employee-imports`, 'codice_fiscale,nome,cognome\nVLLMRT88D52E648U,Marta,Vallini\n');
    await until(owner, `${firm}/employees?limit=100`, ({ items }) => items.length === 2);
    await owner.made(imports(nextMonth), `${HEADER}\nVLLMRT88D52E648U,${nextMonth}-02,14:00,18:00\n`);
    expect((await shiftsFrom(`${nextMonth}-02`, 1)).map(({ name }) => name)).toEqual(['Adelea', 'Marta']);
    expect(await owner.made(imports(nextMonth), `${HEADER},sede\n${code()},${nextMonth}-03,08:00,12:00,laboratorio\n`)).toMatchObject({ people: 1, shifts: 1, shiftsInMonth: 2 });
    expect((await shiftsFrom(`${nextMonth}-02`, 2)).map(({ name, date }) => `${String(name)} ${String(date).slice(-2)}`)).toEqual(['Marta 02', 'Adelea 03']);
    const mine = (await here.people.employee.get(`/api/companies/people/me/shifts?from=${nextMonth}-01`)).body;
    expect(mine.items).toHaveLength(1);
    expect(JSON.stringify(mine)).not.toContain('Marta');
  });

  it('are refused whole, with each wrong cell by its place', async () => {
    const before = await shiftsFrom(`${nextMonth}-01`);
    const overlapping = `${code()},${nextMonth}-04,22:00,06:00\n${code()},${nextMonth}-05,05:00,09:00`;
    expect(await errorsOf(nextMonth, `${HEADER}\n${overlapping}\nZNBPRI79S09F205T,${nextMonth}-05,08:00,12:00\n`)).toEqual(['3:3 shifts-overlap', '4:1 person-unknown']);
    expect(await errorsOf(nextMonth, `${HEADER},sede\n${code()},${nextMonth}-04,08:00,12:00,Altrove\n`)).toEqual(['2:5 site-unknown']);
    expect(await errorsOf(nextMonth, `${HEADER}\n${code()},${thisMonth}-04,08:00,12:00\n`)).toEqual(['2:2 another-month']);
    expect(await errorsOf('2019-01', `${HEADER}\n${code()},2019-01-04,08:00,12:00\n`)).toEqual(['1:1 month-too-far']);
    expect(await errorsOf(nextMonth, `${HEADER},motivo\n${code()},${nextMonth}-04,08:00,12:00,malattia\n`)).toEqual(['1:5 column-unknown']);
    expect(await shiftsFrom(`${nextMonth}-01`)).toEqual(before);
    expect((await owner.post(imports('2026-13'), HEADER)).status).toBe(400);
  });

  it('don’t overlap with the month beside', async () => {
    await owner.made(imports(thisMonth), `${HEADER}\n${code()},${lastDayOf(thisMonth)},22:00,06:00\n`);
    expect(await errorsOf(nextMonth, `${HEADER}\n${code()},${nextMonth}-01,05:00,09:00\n`)).toEqual(['2:3 shifts-overlap']);
    expect(await owner.made(imports(nextMonth), `${HEADER}\n${code()},${nextMonth}-01,06:00,09:00\n`)).toMatchObject({ shifts: 1 });
    expect(await errorsOf(thisMonth, `${HEADER}\n${code()},${lastDayOf(thisMonth)},22:00,06:01\n`)).toEqual(['2:3 shifts-overlap']);
  });

  it('are of people who work there on the day: not before they were hired, not after they left', async () => {
    await owner.made(`${firm}/employee-imports`, `codice_fiscale,nome,cognome,data_assunzione\nVLLMRT88D52E648U,Marta,Vallini,${nextMonth}-02\n`);
    expect(await errorsOf(nextMonth, `${HEADER}\nVLLMRT88D52E648U,${nextMonth}-01,08:00,12:00\n`)).toEqual(['2:2 person-not-hired-yet']);
    await owner.made(`${firm}/employees/${here.ids.employeeId}/departures`, { lastDay: `${nextMonth}-01` });
    expect(await errorsOf(nextMonth, `${HEADER}\n${code()},${nextMonth}-02,08:00,12:00\n`)).toEqual(['2:2 person-left']);
    await owner.made(imports(nextMonth), `${HEADER}\n${code()},${nextMonth}-01,08:00,12:00\n`);
    await owner.made(`${firm}/employees/${here.ids.employeeId}/departures`, { lastDay: lastDayOf(thisMonth) });
    expect((await here.people.employee.get(`/api/companies/people/me/shifts?from=${nextMonth}-01`)).body.items).toEqual([]);
  });

  it('tell no event who works when', async () => {
    const { text } = await here.people.operator.get('/api/operations/events?limit=500');
    expect(text).toContain('companies.roster-taken.v1');
    expect(text).not.toMatch(/"22:00|"start"/);
  });
});
