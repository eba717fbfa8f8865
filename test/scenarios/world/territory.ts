import { eventually } from '@salvatempo/testing';
import { fiscalCodeOf } from '../../../scripts/tour/fiscal-code';
import { generator, invent } from '../../../scripts/tour/invented';
import type { Answer, Caller } from './caller';
import { inDays } from './days';

export const PASSWORD = 'una-password-di-prova';
export const OPERATOR = { username: 'gestore@prova.example', password: PASSWORD };
export const PRICE_CENTS = 4_000;

/** A territory with one firm, its people, a cooperative with an offer, and a call that the firm takes part in. */
export interface Territory {
  readonly operator: string;
  readonly owner: string;
  readonly manager: string;
  readonly employees: readonly Employee[];
  readonly firmId: string;
  readonly providerId: string;
  readonly offerId: string;
  readonly callId: string;
  readonly planId: string;
}

export interface Employee {
  readonly token: string;
  readonly fiscalCode: string;
  readonly personId: string;
}

const WITHIN = { withinMs: 20_000 };

/** Asks until the answer is right: it follows from events that are on their way. */
export function until(caller: Caller, path: string, right: (body: Answer['body']) => boolean): Promise<Answer['body']> {
  return eventually(
    async () => {
      const { status, body } = await caller.get(path);
      return status === 200 && right(body) ? body : undefined;
    },
    `the right answer of ${path}`,
    WITHIN,
  ) as Promise<Answer['body']>;
}

const has = (role: string) => (body: Answer['body']): boolean => body.roles.some((grant: { role: string }) => grant.role === role);
const roleOf = async (caller: Caller, role: string): Promise<string> => {
  const { roles } = await until(caller, '/api/identity/sessions/current', has(role));
  return roles.find((grant: { role: string }) => grant.role === role).organisationId as string;
};

export interface TerritoryOptions {
  readonly people: number;
  readonly seed: number;
  /** What the call gives the firm at most; each purchase takes 2,800. */
  readonly firmCapCents?: number;
  /** What each of its people is given; each purchase takes 1,200. */
  readonly creditCents?: number;
  /** What else the call says. */
  readonly terms?: object;
}

/** Makes the territory through the API. `operator` has signed in already. */
export async function makeTerritory(operator: Caller, { people, seed, firmCapCents = 100_000, creditCents = 10_000, terms = {} }: TerritoryOptions): Promise<Territory> {
  const world = invent(seed);
  const owner = await operator.signUp(world.owner, PASSWORD);
  const { firmId } = await owner.made('/api/companies/firms', {
    name: world.firmName, vatNumber: world.firmVat, employeesCount: people, occupatiCount: people + 1, sector: '14.13', municipality: 'E648', declarationAccepted: true,
  });
  await roleOf(owner, 'firm-admin');
  const employees = await joinEmployees(owner, firmId, people, seed);
  const { planId } = await owner.made('/api/benefits/plans', { firmId, title: 'Piano', source: 'REGOLAMENTO_VINCOLANTE' });
  await owner.made(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: creditCents, letter: 'c.3', validUntil: inDays(300) });
  const callId = await openCall(operator, people, firmCapCents, terms);
  const granted = await owner.made(`/api/programmes/calls/${callId}/applications`, { firmId });
  if (granted.status !== 'granted') throw new Error(`the application is ${JSON.stringify(granted)}`);
  const manager = await operator.signUp(world.manager, PASSWORD);
  const { providerId } = await manager.made('/api/providers', { name: world.cooperativeName, vatNumber: world.cooperativeVat });
  await roleOf(manager, 'provider-admin');
  await operator.made(`/api/providers/${providerId}/accreditation`);
  await manager.made(`/api/providers/${providerId}/offer-imports`, 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO5;"Stireria, 5 kg";40,00;laundry-ironing;90\n');
  const [first] = employees;
  const offers = await until(operator.as(first!.token), `/api/providers/offers?providerId=${providerId}`, ({ items }) => items.length === 1);
  const offerId = String(offers.items[0].offerId);
  for (const { token } of employees) await until(operator.as(token), `/api/marketplace/quotes?offerId=${offerId}`, ({ shares }) => shares.length === 2);
  return { operator: operator.token!, owner: owner.token!, manager: manager.token!, employees, firmId, providerId, offerId, callId, planId };
}

async function openCall(operator: Caller, people: number, firmCapCents: number, terms: object): Promise<string> {
  const call = await operator.made('/api/programmes/calls', {
    title: 'Tempo ritrovato', incentiveBasisPoints: 7_000, firmCapCents, personCapCents: firmCapCents / 2, budgetCents: 5_000_000,
    maxHeadcount: people, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'],
    opensAt: new Date(Date.now() - 60_000).toISOString(), closesAt: new Date(Date.now() + 30 * 86_400_000).toISOString(), ...terms,
  });
  return String(call.callId);
}

async function joinEmployees(owner: Caller, firmId: string, people: number, seed: number): Promise<Employee[]> {
  const random = generator(seed + 1);
  const codes = Array.from({ length: people }, (_, n) => {
    const year = 60 + Math.floor(random() * 40);
    return fiscalCodeOf({ name: 'Adele', surname: 'Arvedi', year, month: n % 12, day: 1 + Math.floor(random() * 28), place: 'F205' });
  });
  const lines = codes.map((code, n) => `${code},Adele${'abcdefghijkl'[n % 12]},Arvedi`);
  await owner.made(`/api/companies/firms/${firmId}/employee-imports`, ['codice_fiscale,nome,cognome', ...lines].join('\n'));
  const listed = await until(owner, `/api/companies/firms/${firmId}/employees?limit=100`, ({ items }) => items.length === people);
  const sheet = await until(owner, `/api/identity/activation-codes?firmId=${firmId}`, ({ items }) => items.length === people);
  return Promise.all(
    listed.items.map(async ({ personId, fiscalCode }: { personId: string; fiscalCode: string }) => {
      const { code } = sheet.items.find((entry: { personId: string }) => entry.personId === personId);
      await owner.as(undefined).made('/api/identity/activations', { fiscalCode, code, password: PASSWORD });
      const employee = await owner.signIn(fiscalCode, PASSWORD);
      await roleOf(employee, 'employee');
      return { token: employee.token!, fiscalCode, personId };
    }),
  );
}
