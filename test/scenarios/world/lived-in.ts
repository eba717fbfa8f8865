import { eventually } from '@salvatempo/testing';
import { buy, fulfil, purchaseBecomes } from './buying';
import type { Caller } from './caller';
import { vatNumberOf } from '../../../scripts/tour/vat-number';
import { adviserOf } from './advisers';
import { billOf, claimsValidator, fileOf, handIn, payrollOf, upload } from './claims';
import { signUpFirm } from './firms';
import { inDays, today } from './days';
import { premiumOf } from './premiums';
import { makeTerritory, PASSWORD, until, type Territory } from './territory';
import { PAST_YEAR, type Role } from './route-table';

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
  const [adviser, association] = [await adviserOf(operator, seed), await adviserOf(operator, seed + 2_000, 'association')];
  for (const { intermediaryId } of [adviser, association]) await as(territory.owner).made(`/api/companies/firms/${territory.firmId}/mandates`, { intermediaryId, scopes: ['accompaniment', 'survey', 'documents'], firstDay: today() });
  const people = { operator, adviser: adviser.member, association: association.member, 'firm-admin': as(territory.owner), employee: as(employee!.token), 'provider-admin': as(territory.manager), 'claims-validator': await claimsValidator(operator, `convalida-${seed}`), payroll: await payrollOf(as(territory.owner), territory.firmId, `paghe-${seed}`), nobody: await operator.signUp(`nessuno-${seed}@prova.example`, PASSWORD) };
  const first = await buy(people.employee, employee!, territory, `first-${seed}`);
  const second = await buy(people.employee, employee!, territory, `second-${seed}`);
  await fulfil(people['provider-admin'], people.employee, territory, first);
  await purchaseBecomes(people.employee, first.purchaseId, 'settled');
  const { voucherId } = await purchaseBecomes(people.employee, second.purchaseId, 'active');
  const { firmId: otherFirmId } = await signUpFirm(operator, seed + 1_000);
  const { linkId } = await operator.made('/api/programmes/undertaking-links', { firmIds: [territory.firmId, otherFirmId], reason: 'prova' });
  const { importId: contactImportId } = await operator.made('/api/companies/outreach/imports', `partita_iva,nome,comune\n${vatNumberOf([9, 2, 0, 0, 0, Math.floor(seed / 10), seed % 10])},Bottega,Lodi`);
  const { items: contacts } = await until(operator, '/api/companies/outreach/contacts', ({ items }) => items.length > 0);
  const { intermediaryId, personId: memberPersonId } = adviser;
  return { territory, people, ids: { ...(await idsOf(people, territory)), intermediaryId, memberPersonId, contactImportId, contactId: contacts[0].contactId, otherFirmId, linkId, purchaseId: second.purchaseId, invoiceId: await billed(people['provider-admin'], territory, first.purchaseId), voucherId } };
}

/** Bills a purchase with an invoice and its file, as soon as the payment is known where that is done. */
async function billed(manager: Caller, { providerId, callId }: Territory, purchaseId: string): Promise<string> {
  const url = `/api/programmes/providers/${providerId}/invoices`;
  const invoice = { callId, number: '12/PA', issuedOn: today(), netCents: 4_000, vatCents: 0, purchaseIds: [purchaseId] };
  const { invoiceId, month } = await eventually(async () => {
    const { status, body } = await manager.post(url, invoice);
    return status === 201 && (body as { readonly invoiceId: string; readonly month: string });
  }, 'the invoice');
  await handIn(manager, fileOf(purchaseId), `${url}/${callId}/${month}/${invoiceId}/file`);
  return invoiceId;
}

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
  const { hoursFundId } = await people.operator.made('/api/programmes/hours-funds', { title: 'Mediatori', opensOn: today(), closesOn: inDays(300), pots: [{ municipality: 'E648', minutes: 600 }] });
  const { requestId } = await owner.made(`/api/programmes/hours-funds/${hoursFundId}/requests`, { firmId, municipality: 'E648', minutes: 60 });
  const { meetingId } = await people.operator.made('/api/companies/meetings', { title: 'Il piano in bottega', kind: 'meeting', mode: 'site', venue: 'Sala consiliare', day: inDays(20), time: '17:30', places: 20 });
  const { surveyId, token } = await owner.made(`/api/companies/firms/${firmId}/surveys`, { closesOn: inDays(30) });
  const { siteId } = await owner.made(`/api/companies/firms/${firmId}/sites`, {
    name: 'Laboratorio', address: 'Via Garibaldi 12', municipality: 'E648', deliveryPoint: true, firstDay: '2020-01-01', hours: [{ weekday: 1, from: '08:30', to: '12:30' }], closingDays: [],
  });
  const { memberId } = await employee.made('/api/companies/people/me/family-members', {
    relation: 'spouse', name: 'Dario', surname: 'Grecchi', fiscalCode: 'VLLMRT88D52E648U', birthDate: '1988-04-12', dependent: false, cohabiting: true, from: '2015-06-01', declarationAccepted: true,
  });
  const listed = await manager.made(`/api/providers/${providerId}/offer-imports`, 'codice;titolo;prezzo;servizio;validita_giorni\nSTIRO9;"Stireria, 9 kg";50,00;laundry-ironing;90\n');
  const { settlementId } = await owner.made('/api/benefits/year-settlements', { firmId, taxYear: PAST_YEAR });
  const { closingId } = await people.payroll.made('/api/benefits/payroll-closings', { firmId, month: `${PAST_YEAR}-12` });
  const { statementId } = await people.operator.made('/api/benefits/bank-statements', `data,importo,causale,riferimento_banca\n${today()},10.00,grazie,${firmId.slice(-12)}`);
  const { items: bankLines } = await until(people.operator, '/api/benefits/bank-lines?limit=100', ({ items }) => items.some(({ bankReference }: { bankReference: string }) => bankReference === firmId.slice(-12)));
  const { lineId } = bankLines.find(({ bankReference }: { bankReference: string }) => bankReference === firmId.slice(-12));
  const { items: proformas } = await until(owner, `/api/benefits/covers/${firmId}/proformas`, ({ items }) => items.length > 0);
  const [documentId, freeDocumentId] = [await upload(employee, fileOf(`${firmId} 1`)), await upload(employee, fileOf(`${firmId} 2`))];
  const { claimId } = await employee.made('/api/benefits/claims', billOf({ askedCents: 1_000, document: { number: `${firmId}-1` }, documentIds: [documentId] }));
  await owner.made(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: 5_000, letter: 'a', validUntil });
  await until(employee, '/api/benefits/contribution-limits/mine', ({ kinds }) => kinds.some(({ kind, admitted }: { kind: string; admitted: boolean }) => kind === 'health' && admitted));
  const { contributionId } = await employee.made('/api/benefits/contributions', { kind: 'health', fundName: 'Cassa Aurora', amountCents: 1_000, elsewhereCents: 0 });
  await until(employee, `/api/benefits/contributions/${contributionId}`, ({ status }) => status === 'waiting');
  return {
    contributionId,
    ...(await premiumOf(owner, employee, firmId, employees[0]!.fiscalCode)),
    firmId, providerId, claimId, documentId, freeDocumentId, offerId, callId, planId, runId, accountId,
    personId: employees[0]!.personId,
    employeeId: listedPeople[0].employeeId,
    allotmentId: allotments[0].allotmentId,
    orderId: orders[0].orderId,
    month: statements[0].month,
    memberId,
    networkId,
    hoursFundId,
    settlementId,
    closingId,
    ...{ statementId, lineId, reference: proformas[0].reference },
    requestId,
    surveyId,
    meetingId,
    token,
    step: 'tax-advice',
    table: 'recovery-interest',
    siteId,
    'companies.code': 'firm-data',
    'benefits.code': 'nido',
    'companies.importId': taken.importId,
    'providers.importId': listed.importId,
  };
}
