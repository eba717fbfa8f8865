import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@salvatempo/testing';
import { adviserOf, type Adviser } from './world/advisers';
import { faultsOf, productBlueprint } from './world/audit';
import type { Answer, Caller } from './world/caller';
import { dayWithRoom, inDays, today, WITH_ROOM_MS } from './world/days';
import { firstOperator } from './world/first-operator';
import { signUpFirm, type SmallFirm } from './world/firms';
import { freshFolder, leaveNothing, start, type Product } from './world/product';
import { until } from './world/territory';

const dataDir = freshFolder();
let product: Product & { readonly url: string };
let operator: Caller;
let firm: SmallFirm;
let other: SmallFirm;
let adviser: Adviser;

beforeAll(async () => {
  product = await start({ dataDir, args: ['--no-demo'] });
  operator = await firstOperator(product, () => product.url);
  [firm, other, adviser] = [await signUpFirm(operator, 841), await signUpFirm(operator, 842), await adviserOf(operator, 841)];
});

afterAll(leaveNothing);

const MEETINGS = '/api/companies/meetings';
const of = ({ firmId }: SmallFirm): string => `/api/companies/firms/${firmId}/meetings`;
const codeOf = ({ status, body }: Answer): string => (status < 300 ? String(status) : `${status} ${body.code}`);
const announce = (who: Caller, more: object = {}): Promise<Answer> =>
  who.post(MEETINGS, { title: 'Il piano in bottega', kind: 'workshop', mode: 'site', venue: 'Sala consiliare', day: inDays(10), time: '17:30', places: 5, ...more });
const idOf = async (announced: Promise<Answer>): Promise<string> => String((await announced).body.meetingId);
const take = (who: SmallFirm, meetingId: string, people: number): Promise<Answer> => who.owner.post(`${of(who)}/${meetingId}/places`, { people });
const giveUp = (who: SmallFirm, meetingId: string): Promise<Answer> => who.owner.send('DELETE', `${of(who)}/${meetingId}/places`);
const attendance = (who: Caller, meetingId: string, ...firms: { firmId: string; people: number }[]): Promise<Answer> => who.post(`${MEETINGS}/${meetingId}/attendance`, { firms });
/** The mails that were handed over so far. */
const mails = (): readonly string[] => (existsSync(join(dataDir, 'mail')) ? readdirSync(join(dataDir, 'mail')) : []).map((name) => readFileSync(join(dataDir, 'mail', name), 'utf8'));
/** A meeting as somebody sees it right after a change. */
const seen = async (who: Caller, url: string, meetingId: string, position?: string): Promise<Answer['body']> =>
  (await who.send('GET', url, position === undefined ? {} : { headers: { 'salvatempo-position': position } })).body.items.find((one: { meetingId: string }) => one.meetingId === meetingId);

describe('a meeting of the office', () => {
  let meetingId = '';
  let position = '';

  it('is seen by every firm, with what is left of its places', async () => {
    const { status, body, headers } = await announce(operator);
    [meetingId, position] = [String(body.meetingId), headers.get('salvatempo-position')!];
    expect([status, body.stage]).toEqual([201, 'announced']);
    const shown = await seen(firm.owner, of(firm), meetingId, position);
    expect(shown).toMatchObject({ title: 'Il piano in bottega', kind: 'workshop', venue: 'Sala consiliare', places: 5, free: 5, taken: 0, open: true, stage: 'announced' });
    expect(shown).not.toHaveProperty('intermediaryId');
  });

  it('gives each firm the places that it says, and never more than there are', async () => {
    expect(codeOf(await take(firm, meetingId, 3))).toBe('201');
    expect((await take(other, meetingId, 3)).body).toMatchObject({ code: 'meeting-full', detail: expect.stringContaining('2') });
    expect(codeOf(await take(other, meetingId, 2))).toBe('201');
    expect(await seen(other.owner, of(other), meetingId)).toMatchObject({ free: 0, taken: 2 });
    expect(codeOf(await giveUp(firm, meetingId))).toBe('200');
    expect(codeOf(await giveUp(firm, meetingId))).toBe('409 meeting-no-places');
    expect(codeOf(await take(firm, meetingId, 1))).toBe('201');
    const rush = await Promise.all(Array.from({ length: 16 }, (_, n) => take(n % 2 === 0 ? firm : other, meetingId, 3)));
    expect([...new Set(rush.map(codeOf))].sort()).toEqual(expect.arrayContaining(['201', '409 meeting-full']));
    const { firms, taken, free } = await seen(operator, MEETINGS, meetingId);
    expect([taken + free, firms.reduce((sum: number, one: { taken: number }) => sum + one.taken, 0)]).toEqual([5, taken]);
  });

  it('has a list of who waits for places, of which the first gets what is freed and is told by mail', async () => {
    const small = await idOf(announce(operator, { title: 'Pochi posti', places: 2 }));
    const wait = (who: SmallFirm, people: number): Promise<Answer> => who.owner.post(`${of(who)}/${small}/waiting`, { people });
    const stop = (who: SmallFirm): Promise<Answer> => who.owner.send('DELETE', `${of(who)}/${small}/waiting`);
    expect(codeOf(await wait(other, 2))).toBe('409 meeting-not-full');
    await take(firm, small, 2);
    expect([codeOf(await wait(other, 3)), codeOf(await stop(other)), codeOf(await wait(other, 2)), codeOf(await wait(other, 1))]).toEqual(['409 meeting-full', '409 meeting-not-waiting', '201', '409 meeting-waiting-already']);
    expect(await seen(other.owner, of(other), small)).toMatchObject({ free: 0, taken: 0, awaited: 2, waitingPlace: 1, waitingFirms: 1 });
    expect(codeOf(await take(firm, small, 1))).toBe('201');
    expect(codeOf(await take(firm, small, 2))).toBe('409 meeting-others-wait');
    expect(codeOf(await giveUp(firm, small))).toBe('200');
    expect(await seen(other.owner, of(other), small)).toMatchObject({ free: 0, taken: 2, waitingFirms: 0 });
    const mail = await eventually(() => mails().find((text) => text.includes('Pochi posti')), 'the mail');
    expect(mail).toContain('ora sono suoi');
  });

  it('is somebody else’s to hold for nobody but officers', async () => {
    expect(codeOf(await attendance(adviser.member, meetingId))).toBe('404 meeting-not-found');
    expect(codeOf(await adviser.member.post(`${MEETINGS}/${meetingId}/cancellation`))).toBe('404 meeting-not-found');
    expect(codeOf(await announce(adviser.member))).toBe('403 not-allowed');
    expect(codeOf(await announce(firm.owner))).toBe('403 not-allowed');
    expect(codeOf(await take({ ...other, firmId: firm.firmId }, meetingId, 1))).toBe('403 not-allowed');
    expect(codeOf(await operator.post(`${of(firm)}/${meetingId}/places`, { people: 1 }))).toBe('403 not-allowed');
  });

  it('has its attendance from its day on, which stands as an indicator by firm', async () => {
    expect(codeOf(await attendance(operator, meetingId, { firmId: firm.firmId, people: 1 }))).toBe('409 meeting-not-yet');
    await dayWithRoom();
    const today23 = await idOf(announce(operator, { day: today(), time: '23:59' }));
    await take(firm, today23, 3);
    expect(codeOf(await attendance(operator, today23, { firmId: firm.firmId, people: 4 }))).toBe('422 attendance-above-places');
    expect(codeOf(await attendance(operator, today23, { firmId: firm.firmId, people: 2 }, { firmId: firm.firmId, people: 1 }))).toBe('400 invalid-request');
    expect(codeOf(await attendance(operator, today23, { firmId: firm.firmId, people: 2 }))).toBe('201');
    expect(codeOf(await take(other, today23, 1))).toBe('409 meeting-over');
    expect(await seen(operator, MEETINGS, today23)).toMatchObject({ stage: 'held', places: 5, taken: 3, free: 2, attended: 2, firms: [{ firmId: firm.firmId, name: expect.any(String), taken: 3, attended: 2 }] });
    expect(await seen(firm.owner, of(firm), today23)).toMatchObject({ stage: 'held', taken: 3, attended: 2, open: false });
    expect(await seen(other.owner, of(other), today23)).not.toHaveProperty('firms');
  }, WITH_ROOM_MS);

  it('takes nobody once it is called off', async () => {
    expect(codeOf(await operator.post(`${MEETINGS}/${meetingId}/cancellation`))).toBe('201');
    expect([codeOf(await take(firm, meetingId, 1)), codeOf(await giveUp(firm, meetingId)), codeOf(await operator.post(`${MEETINGS}/${meetingId}/cancellation`))]).toEqual(Array(3).fill('409 meeting-called-off'));
    expect(await seen(firm.owner, of(firm), meetingId)).toMatchObject({ stage: 'called-off', open: false });
  });
});

describe('a meeting of an adviser', () => {
  const give = (scopes: readonly string[]): Promise<Answer> => firm.owner.post(`/api/companies/firms/${firm.firmId}/mandates`, { intermediaryId: adviser.intermediaryId, scopes, firstDay: today() });
  const end = (): Promise<Answer> => firm.owner.post(`/api/companies/firms/${firm.firmId}/mandates/${adviser.intermediaryId}/end`, { endsOn: today() });

  it('is for the firms whose mandate for the path it has, and nobody else’s to see', async () => {
    const meetingId = await idOf(announce(adviser.member, { intermediaryId: adviser.intermediaryId, mode: 'online', venue: 'https://sala.example/q7' }));
    expect(codeOf(await take(firm, meetingId, 1))).toBe('404 meeting-not-found');
    expect(codeOf(await give(['survey']))).toBe('201');
    expect(codeOf(await take(firm, meetingId, 1))).toBe('404 meeting-not-found');
    await end();
    expect(codeOf(await give(['accompaniment']))).toBe('201');
    expect(codeOf(await take(firm, meetingId, 2))).toBe('201');
    expect(codeOf(await take(other, meetingId, 1))).toBe('404 meeting-not-found');
    await until(firm.owner, of(firm), ({ items }) => items.some((one: { meetingId: string }) => one.meetingId === meetingId));
    expect(await seen(firm.owner, of(firm), meetingId)).toMatchObject({ intermediaryId: adviser.intermediaryId, organiserName: 'Studio Grecchi 841', venue: 'https://sala.example/q7', taken: 2, open: true });
    expect(await seen(other.owner, of(other), meetingId)).toBeUndefined();
    expect((await adviser.member.get(MEETINGS)).body.items).toMatchObject([{ meetingId, taken: 2, free: 3 }]);
    expect(await seen(operator, MEETINGS, meetingId)).toMatchObject({ taken: 2 });
    expect(codeOf(await operator.post(`${MEETINGS}/${meetingId}/cancellation`))).toBe('404 meeting-not-found');
    expect(codeOf(await adviser.member.post(`${of(firm)}/${meetingId}/places`, { people: 3 }))).toBe('201');
    await end();
    expect(await seen(firm.owner, of(firm), meetingId)).toMatchObject({ taken: 3, open: false });
    expect(codeOf(await take(firm, meetingId, 4))).toBe('404 meeting-not-found');
    expect(codeOf(await giveUp(firm, meetingId))).toBe('200');
  });
});

it('takes no day, number or organiser that there isn’t', async () => {
  const bad = [{ day: inDays(-1) }, { day: '2099-01-01' }, { day: '2026-02-30' }, { time: '24:00' }, { time: '9:00' }, { places: 0 }, { places: 501 }, { kind: 'party' }, { mode: 'phone' }, { venue: ' ' }, { title: '' }];
  for (const more of bad) expect([more, codeOf(await announce(operator, more))]).toEqual([more, '400 invalid-request']);
  expect(codeOf(await announce(operator, { intermediaryId: adviser.intermediaryId }))).toBe('403 not-allowed');
  for (const people of [0, 1.5, 501, '1']) expect([people, codeOf(await firm.owner.post(`${of(firm)}/mtg_${'0'.repeat(26)}/places`, { people }))]).toEqual([people, '400 invalid-request']);
  expect(codeOf(await take(firm, `mtg_${'0'.repeat(26)}`, 1))).toBe('404 meeting-not-found');
});

it('leaves books without a fault', async () => {
  await product.stop();
  expect(await faultsOf(dataDir, await productBlueprint())).toEqual([]);
});
