import { ApiClient } from './api-client';
import type { Invented } from './invented';
import type { TourLog } from './tour-log';
import { until } from './patience';

interface Session {
  readonly roles: readonly { readonly role: string; readonly organisationId: string }[];
}

/** Signs up somebody by themselves. */
export async function signUp(url: string, who: string, username: string, password: string): Promise<ApiClient> {
  const client = new ApiClient(url, who);
  await client.post('/api/identity/accounts', { username, password });
  await client.signIn(username, password);
  return client;
}

/** Waits until a person has a role: it follows from an event of another service. */
export const untilRole = (client: ApiClient, role: string): Promise<Session> =>
  until(`${client.who} to become ${role}`, () => client.get<Session>('/api/identity/sessions/current'), ({ roles }) => roles.some((grant) => grant.role === role));

export interface Firm {
  readonly owner: ApiClient;
  readonly firmId: string;
  readonly employee: ApiClient;
  readonly employeeFiscalCode: string;
  readonly otherFiscalCode: string;
}

interface Codes {
  readonly items: readonly { readonly personId: string; readonly code?: string; readonly status: string }[];
}

interface Employees {
  readonly items: readonly { readonly personId: string; readonly fiscalCode: string }[];
}

const PASSWORD = 'una-password-di-prova';

/** Step 1 of the journey: the firm registers, its people come in by CSV, one of them sets a password. */
export async function firmJoins(url: string, log: TourLog, world: Invented): Promise<Firm> {
  const owner = await log.step('impresa', `${world.owner} apre un accesso`, () => signUp(url, 'impresa', world.owner, PASSWORD));
  const { firmId } = await log.step('impresa', `${world.firmName} si registra con la partita IVA`, () =>
    owner.post<{ firmId: string }>('/api/companies/firms', {
      name: world.firmName,
      vatNumber: world.firmVat,
      employeesCount: world.employees.length,
      occupatiCount: world.employees.length + 1,
      sector: '14.13',
      municipality: 'E648',
      declarationAccepted: true,
    }),
  );
  await untilRole(owner, 'firm-admin');
  await importEmployees(owner, log, world, firmId);
  return activateFirst(url, owner, log, world, firmId);
}

async function importEmployees(owner: ApiClient, log: TourLog, world: Invented, firmId: string): Promise<void> {
  const csv = ['codice_fiscale,nome,cognome', ...world.employees.map(({ fiscalCode, name, surname }) => `${fiscalCode},${name},${surname}`)].join('\n');
  const path = `/api/companies/firms/${firmId}/employee-imports`;
  const broken = csv.replace(world.employees[1]!.fiscalCode, 'NONVALIDO');
  await log.step('impresa', 'carica un CSV con un errore: nulla entra, riga e colonna indicate', async () => {
    const refusal = await owner.refused(owner.post(path, broken));
    const [error] = refusal.problem.errors as { line: number; column: number }[];
    if (refusal.status !== 422 || error?.line !== 3 || error.column !== 1) throw new Error(`the refusal says ${JSON.stringify(refusal.problem)}`);
  });
  await log.step('impresa', `carica il CSV di ${world.employees.length} dipendenti`, () => owner.post(path, csv));
  await log.step('impresa', 'carica lo stesso CSV di nuovo: nessuno in più', async () => {
    await owner.post(path, csv);
    await until('three employees', () => owner.get<Employees>(`/api/companies/firms/${firmId}/employees`), ({ items }) => items.length === world.employees.length);
  });
}

async function activateFirst(url: string, owner: ApiClient, log: TourLog, world: Invented, firmId: string): Promise<Firm> {
  const [person, other] = world.employees;
  const codes = await until('the activation codes', () => owner.get<Codes>(`/api/identity/activation-codes?firmId=${firmId}`), ({ items }) => items.length === world.employees.length);
  const { items } = await owner.get<Employees>(`/api/companies/firms/${firmId}/employees`);
  const personId = items.find(({ fiscalCode }) => fiscalCode === person!.fiscalCode)?.personId;
  const code = codes.items.find((entry) => entry.personId === personId)?.code;
  const employee = new ApiClient(url, 'dipendente');
  await log.step('dipendente', 'attiva l’accesso con il codice del foglio e sceglie la password', async () => {
    await employee.post('/api/identity/activations', { fiscalCode: person!.fiscalCode, code, password: PASSWORD, email: 'dipendente@prova.example' });
    await employee.signIn(person!.fiscalCode, PASSWORD);
    await untilRole(employee, 'employee');
  });
  return { owner, firmId, employee, employeeFiscalCode: person!.fiscalCode, otherFiscalCode: other!.fiscalCode };
}

export interface Cooperative {
  readonly manager: ApiClient;
  readonly providerId: string;
}

/** Step 4 of the journey: a cooperative is accredited and publishes its offer by CSV. */
export async function cooperativeJoins(url: string, operator: ApiClient, log: TourLog, world: Invented): Promise<Cooperative> {
  const manager = await log.step('cooperativa', `${world.manager} apre un accesso`, () => signUp(url, 'cooperativa', world.manager, PASSWORD));
  const { providerId } = await log.step('cooperativa', `${world.cooperativeName} chiede l’accreditamento`, () =>
    manager.post<{ providerId: string }>('/api/providers', { name: world.cooperativeName, vatNumber: world.cooperativeVat }),
  );
  await untilRole(manager, 'provider-admin');
  await log.step('operatore', 'accredita la cooperativa', () => operator.post(`/api/providers/${providerId}/accreditation`));
  const csv = 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO5;"Stireria, 5 kg";40,00;laundry-ironing;90\n';
  await log.step('cooperativa', 'pubblica “Stireria, 5 kg” con un CSV', () => manager.post(`/api/providers/${providerId}/offer-imports`, csv), 4000);
  return { manager, providerId };
}
