import type { Answer, Caller } from './caller';
import { today } from './days';
import { PASSWORD, until } from './territory';

/** Somebody whom an operator let decide claims, signed in. */
export async function claimsValidator(operator: Caller, name: string): Promise<Caller> {
  const validator = await operator.signUp(`${name}@prova.example`, PASSWORD);
  const { personId } = (await validator.get('/api/identity/sessions/current')).body;
  await operator.made('/api/benefits/claims-validators', { personId });
  await until(validator, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === 'claims-validator'));
  return validator;
}

/** Somebody who does a firm's payroll and nothing else for it, signed in. */
export async function payrollOf(owner: Caller, firmId: string, name: string): Promise<Caller> {
  const payroll = await owner.signUp(`${name}@prova.example`, PASSWORD);
  const { personId } = (await payroll.get('/api/identity/sessions/current')).body;
  await owner.made('/api/benefits/payroll-staff', { firmId, personId });
  await until(payroll, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === 'payroll'));
  return payroll;
}

interface ClaimFixture {
  readonly document?: object;
  readonly payment?: object | 'none';
  readonly [field: string]: unknown;
}

let documents = 0;
const PAID = { paidOn: today(), method: 'traceable', payer: 'employee' };

/** A claim for a home bill of one's own, that nothing is wrong with; changed by what a test is about. */
export function billOf({ document, payment, ...more }: ClaimFixture = {}): object {
  return {
    ...{ expenseType: 'utenze', hasCertificate: false, aidCents: 0, askedCents: 5_000, notReimbursedElsewhere: true, notDeducted: true },
    ...(payment === 'none' ? {} : { payment: { ...PAID, ...payment } }),
    ...more,
    document: {
      ...{ kind: 'invoice', issuer: 'Lodi Energia', issuerCode: '00743110157', number: `${++documents}/A`, date: today(), description: 'Bolletta della luce' },
      ...{ holder: 'employee', namesUser: true, totalCents: 5_000, vatExempt: false, stamped: false },
      ...document,
    },
  };
}

/** A claim for a nursery's invoice of a child. */
export const nurseryOf = (fiscalCode: string, { document, relative, ...more }: ClaimFixture & { readonly relative?: object } = {}): object =>
  billOf({
    ...{ expenseType: 'nido', askedCents: 45_000, ...more },
    relative: { fiscalCode, relation: 'child', cohabiting: true, dependent: false, birthDate: '2024-03-01', ...relative },
    document: { issuer: 'Nido Carillon', description: 'Retta del mese', totalCents: 45_000, ...document },
  });

/** A PDF of a page, other than every other. */
export const fileOf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n% ${text}\n%%EOF\n`);

/** Hands in a file. Throws Error for a refusal. */
export async function upload(who: Caller, file: Uint8Array): Promise<string> {
  const { status, body, text } = await handIn(who, file);
  if (status !== 201) throw new Error(`the file was answered with ${status} ${text}`);
  return String(body.documentId);
}

export const handIn = (who: Caller, file: Uint8Array, to = '/api/benefits/claim-documents'): Promise<Answer> => who.post(to, file, { headers: { 'content-type': 'application/octet-stream' } });
