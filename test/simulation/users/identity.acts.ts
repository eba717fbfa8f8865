import { SECOND_MS } from '@salvatempo/kernel';
import type { Act } from './act';
import type { Person, Sign } from './person';
import type { Employee, Firm, Territory } from './territory';

interface Codes {
  readonly items: readonly { readonly personId: string; readonly code?: string }[];
}

interface Staff {
  readonly items: readonly { readonly personId: string; readonly fiscalCode: string }[];
}

const standing = ({ firms }: Territory): readonly Firm[] => firms.filter(({ firmId }) => firmId !== undefined);

/** What the firm's sheet says of somebody of its staff. */
async function sheetOf({ owner, firmId }: Firm, fiscalCode: string): Promise<{ personId?: string; code?: string }> {
  const staff = await owner.get<Staff>(`/api/companies/firms/${firmId}/employees?limit=100`);
  const codes = await owner.get<Codes>(`/api/identity/activation-codes?firmId=${firmId}`);
  const personId = staff?.items.find((one) => one.fiscalCode === fiscalCode)?.personId;
  const code = codes?.items.find((one) => one.personId === personId)?.code;
  return { ...(personId === undefined ? {} : { personId }), ...(code === undefined ? {} : { code }) };
}

const mistyped = (code: string): string => code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));

/** The owner hands out the sheet with the codes; somebody of the staff takes theirs home and sets a password. */
const activate: Act = {
  name: 'activate',
  weight: 2.5,
  async run(territory) {
    const { randomness } = territory;
    const open = standing(territory).filter((firm) => firm.employees.length < firm.staff.length);
    if (open.length === 0) return;
    const firm = randomness.pick(open);
    const waiting = firm.staff.filter((one) => !firm.employees.some(({ invented }) => invented === one));
    const invented = randomness.pick(waiting);
    const elsewhere = territory.employees.find((employee) => employee.invented === invented);
    if (elsewhere) return void firm.employees.push({ ...elsewhere, firm, purchases: [], quotes: [] });
    const { code } = await sheetOf(firm, invented.fiscalCode);
    if (code === undefined) return;
    const person = territory.newPerson(`employee ${invented.fiscalCode}`);
    const password = `parola-di-${invented.surname}-${invented.name}`;
    const email = randomness.chance(0.5) ? { email: `${invented.fiscalCode.toLowerCase()}@mail.example` } : {};
    const typed = randomness.chance(0.15) ? mistyped(code) : code;
    const body = { fiscalCode: invented.fiscalCode, code: typed, password, ...email };
    const reply = await person.post('/api/identity/activations', body);
    if (!reply || reply.status >= 300) return;
    person.sign = { username: invented.fiscalCode, password };
    const employee: Employee = { invented, person, firm, purchases: [], quotes: [] };
    if (!firm.employees.some((known) => known.invented === invented)) firm.employees.push(employee);
  },
};

/** Somebody tries codes that they don't have, mostly of people who haven't used theirs yet, until they are kept out for a while. */
const guessCode: Act = {
  name: 'guess-code',
  weight: 0.7,
  async run({ randomness, firms, employees }) {
    const staff = firms.flatMap((firm) => firm.staff);
    if (staff.length === 0) return;
    const waiting = staff.filter((one) => !employees.some(({ invented }) => invented === one));
    const { fiscalCode } = randomness.pick(waiting.length > 0 ? waiting : staff);
    const stranger = randomness.pick(firms).owner;
    for (let tries = 0; tries < 7; tries++)
      await stranger.post('/api/identity/activations', {
        fiscalCode,
        code: `AAAAA-0000${tries}`,
        password: 'parola-indovinata',
      });
  },
};

const everybody = ({ firms, cooperatives, employees }: Territory): readonly Person[] =>
  [
    ...firms.map(({ owner }) => owner),
    ...cooperatives.map(({ manager }) => manager),
    ...employees.map(({ person }) => person),
  ].filter(({ sign }) => sign);

/** Somebody tries passwords, until they are kept out; or mistypes once. */
const mistypePassword: Act = {
  name: 'mistype-password',
  weight: 0.6,
  async run(territory) {
    const { randomness } = territory;
    const people = everybody(territory);
    if (people.length === 0) return;
    const person = randomness.pick(people);
    const times = randomness.chance(0.3) ? 7 : 1;
    for (let tries = 0; tries < times; tries++)
      await person.signIn({ ...person.sign!, password: `sbagliata-${tries}` });
    await person.signIn();
  },
};

const signOut: Act = {
  name: 'sign-out',
  weight: 0.4,
  async run(territory) {
    const people = everybody(territory);
    if (people.length > 0) await territory.randomness.pick(people).signOut();
  },
};

/** The code in the newest mail to somebody, once it is there; undefined where none comes. */
async function mailedCode(person: Person, { desk }: Territory): Promise<string | undefined> {
  const { username } = person.sign!;
  const address = username.includes('@') ? username : `${username.toLowerCase()}@mail.example`;
  const before = desk.world.mailbox.of(address).length;
  await person.post('/api/identity/password-resets', { username });
  for (let tries = 0; tries < 4 && desk.world.mailbox.of(address).length === before; tries++)
    await person.pause(5 * SECOND_MS);
  return /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(desk.world.mailbox.of(address).at(-1)?.text ?? '')?.[0];
}

/** Sets another password by a code, while the person's other programs sign in with the old one. */
async function replacePassword(person: Person, next: Sign, code: string): Promise<void> {
  const confirm = person.post('/api/identity/password-resets/confirmations', { ...next, code });
  const [reply] = await Promise.all([confirm, person.signIn(), person.pause(4).then(() => person.signIn())]);
  if (reply && reply.status < 300) person.changeSign(next);
}

/** Somebody forgot the password: a code comes by mail. */
const resetPassword: Act = {
  name: 'reset-password',
  weight: 1.2,
  async run(territory) {
    const people = everybody(territory);
    if (people.length === 0) return;
    const person = territory.randomness.pick(people);
    const { username, password } = person.sign!;
    const code = await mailedCode(person, territory);
    const next = { username, password: `${password.slice(0, 40)}-${territory.randomness.below(100)}` };
    if (code !== undefined) await replacePassword(person, next, code);
  },
};

/** The owner makes a new code for somebody, who sets another password by it. */
const renewCode: Act = {
  name: 'renew-code',
  weight: 0.5,
  async run(territory) {
    const { randomness } = territory;
    const firms = standing(territory).filter(({ staff }) => staff.length > 0);
    if (firms.length === 0) return;
    const firm = randomness.pick(firms);
    const invented = randomness.pick(firm.staff);
    const { personId } = await sheetOf(firm, invented.fiscalCode);
    if (personId === undefined) return;
    await firm.owner.post(`/api/identity/activation-codes/${personId}/renewals`);
    const { code } = await sheetOf(firm, invented.fiscalCode);
    const employee = territory.employees.find((known) => known.invented === invented);
    if (code === undefined || !employee) return;
    const next = { username: invented.fiscalCode, password: `rinnovata-${randomness.below(1_000)}` };
    await replacePassword(employee.person, next, code);
  },
};

export const identityActs: readonly Act[] = [activate, guessCode, mistypePassword, signOut, resetPassword, renewCode];
