import { buy, fulfil, purchaseBecomes } from './buying';
import type { Caller } from './caller';
import { signUpFirm } from './firms';
import { makeTerritory, PASSWORD, until, type Territory } from './territory';
import type { Role } from './route-table';

/** A territory in which something happened, with the ids of everything that a route may ask for. */
export interface LivedIn {
  readonly territory: Territory;
  readonly people: Readonly<Record<Role, Caller>>;
  readonly ids: Readonly<Record<string, string>>;
}

/** Makes a territory, buys twice in it and has one voucher redeemed. */
export async function livedIn(operator: Caller, seed: number): Promise<LivedIn> {
  const territory = await makeTerritory(operator, { people: 1, seed });
  const [employee] = territory.employees;
  const as = (token: string): Caller => operator.as(token);
  const people = { operator, 'firm-admin': as(territory.owner), employee: as(employee!.token), 'provider-admin': as(territory.manager), nobody: await operator.signUp(`nessuno-${seed}@prova.example`, PASSWORD) };
  const first = await buy(people.employee, employee!, territory, `first-${seed}`);
  const second = await buy(people.employee, employee!, territory, `second-${seed}`);
  await fulfil(people['provider-admin'], people.employee, territory, first);
  await purchaseBecomes(people.employee, first.purchaseId, 'settled');
  const { voucherId } = await purchaseBecomes(people.employee, second.purchaseId, 'active');
  const { firmId: otherFirmId } = await signUpFirm(operator, seed + 1_000);
  const { linkId } = await operator.made('/api/programmes/undertaking-links', { firmIds: [territory.firmId, otherFirmId], reason: 'prova' });
  return { territory, people, ids: { ...(await idsOf(people, territory)), otherFirmId, linkId, purchaseId: second.purchaseId, voucherId } };
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function idsOf(people: LivedIn['people'], { firmId, providerId, offerId, callId, planId, employees }: Territory): Promise<Record<string, string>> {
  const [owner, employee, manager] = [people['firm-admin'], people.employee, people['provider-admin']];
  const { accountId } = await until(employee, '/api/benefits/accounts/mine', (account) => account.accountId !== undefined);
  const { items: allotments } = await until(owner, `/api/programmes/allotments?firmId=${firmId}`, ({ items }) => items.length === 1);
  const { items: orders } = await until(manager, `/api/providers/${providerId}/orders`, ({ items }) => items.length === 1);
  const { items: statements } = await until(manager, `/api/providers/${providerId}/statements`, ({ items }) => items.length === 1);
  const validUntil = inDays(200);
  const { runId } = await owner.made(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: 100, letter: 'c.3', validUntil });
  const taken = await owner.made(`/api/companies/firms/${firmId}/employee-imports`, `codice_fiscale,nome,cognome\n${employees[0]!.fiscalCode},Adelea,Arvedi`);
  const { items: listedPeople } = await until(owner, `/api/companies/firms/${firmId}/employees`, ({ items }) => items.length === 1);
  const { networkId } = await people.operator.made('/api/companies/networks', { title: 'Rete dei laboratori', kind: 'rete-contratto', programme: 'Comprare insieme i servizi', commonFund: true, bodyFirmId: firmId });
  await people.operator.made(`/api/companies/networks/${networkId}/members`, { firmId, firstDay: '2026-01-01' });
  const { surveyId, token } = await owner.made(`/api/companies/firms/${firmId}/surveys`, { closesOn: inDays(30) });
  const { siteId } = await owner.made(`/api/companies/firms/${firmId}/sites`, {
    name: 'Laboratorio', address: 'Via Garibaldi 12', municipality: 'E648', deliveryPoint: true, firstDay: '2020-01-01', hours: [{ weekday: 1, from: '08:30', to: '12:30' }], closingDays: [],
  });
  const { memberId } = await employee.made('/api/companies/people/me/family-members', {
    relation: 'spouse', name: 'Dario', surname: 'Grecchi', fiscalCode: 'VLLMRT88D52E648U', birthDate: '1988-04-12', dependent: false, cohabiting: true, from: '2015-06-01', declarationAccepted: true,
  });
  const listed = await manager.made(`/api/providers/${providerId}/offer-imports`, 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO9;"Stireria, 9 kg";50,00;laundry-ironing;90\n');
  return {
    firmId, providerId, offerId, callId, planId, runId, accountId,
    personId: employees[0]!.personId,
    employeeId: listedPeople[0].employeeId,
    allotmentId: allotments[0].allotmentId,
    orderId: orders[0].orderId,
    month: statements[0].month,
    memberId,
    networkId,
    surveyId,
    token,
    step: 'tax-advice',
    siteId,
    'companies.code': 'firm-data',
    'companies.importId': taken.importId,
    'providers.importId': listed.importId,
  };
}
