import { instantOf, romeDate } from '@salvatempo/kernel';
import type { ApiClient } from '../api-client';
import { euro } from '../euro';
import { until } from '../patience';
import type { TourLog } from '../tour-log';

/** What became of a claim. */
export interface ClaimEnd {
  readonly status: string;
  readonly askedCents: number;
  readonly approvedCents: number;
  readonly reimbursedCents: number;
}

interface Claim extends ClaimEnd {
  readonly claimId: string;
  readonly notes: readonly { readonly by: string }[];
}

interface ClaimParts {
  readonly askedCents: number;
  readonly number: string;
  readonly [field: string]: unknown;
}

const CLAIMS = '/api/benefits/claims';
const VAT_NUMBER = '00743110157';
const SEEN = { legible: true, rightCategory: true };
const today = (): string => romeDate(instantOf(Date.now()));

/** A PDF of one page that says what it is for. */
const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n% ${text}\n%%EOF\n`);

/** An expense of one's own for the home. */
export const homeBill = (parts: ClaimParts): object => claimOf({ expenseType: 'utenze', ...parts }, { issuer: 'Lodi Energia', description: 'Bolletta della luce' });

/** A month of nursery for a child. */
export const nursery = (childFiscalCode: string, parts: ClaimParts): object =>
  claimOf(
    { expenseType: 'nido', relative: { fiscalCode: childFiscalCode, relation: 'child', cohabiting: true, dependent: false, birthDate: CHILD_BORN_ON }, ...parts },
    { issuer: 'Nido Arcobaleno', description: 'Retta del mese' },
  );

/** The child of this part is less than three years old whenever the tour is walked. */
export const CHILD_BORN_ON = `${new Date().getUTCFullYear() - 1}-03-01`;

function claimOf({ askedCents, number, ...parts }: ClaimParts, document: object): object {
  return {
    ...{ hasCertificate: false, aidCents: 0, askedCents, notReimbursedElsewhere: true, notDeducted: true },
    payment: { paidOn: today(), method: 'traceable', payer: 'employee' },
    document: { kind: 'invoice', issuerCode: VAT_NUMBER, number, date: today(), holder: 'employee', namesUser: true, totalCents: askedCents, vatExempt: false, stamped: false, ...document },
    ...parts,
  };
}

/** Hands in the document, and sends the claim with it. Throws ApiError for what the checks refuse. */
export async function send(employee: ApiClient, claim: object, file: string): Promise<string> {
  const { documentId } = await employee.post<{ documentId: string }>('/api/benefits/claim-documents', pdf(file));
  const { claimId } = await employee.post<{ claimId: string }>(CLAIMS, { documentIds: [documentId], ...claim });
  await becomes(employee, claimId, ({ status }) => status === 'open');
  return claimId;
}

const becomes = (employee: ApiClient, claimId: string, right: (claim: Claim) => boolean): Promise<Claim> =>
  until(`claim ${claimId} to be as it must`, () => employee.get<Claim>(`${CLAIMS}/${claimId}`), right);

/** Approves, for less than was asked where a code says why, and waits until it is paid. */
export async function approve(validator: ApiClient, employee: ApiClient, claimId: string, approvedCents: number, code?: string): Promise<ClaimEnd> {
  await validator.post(`${CLAIMS}/${claimId}/approval`, { approvedCents, ...SEEN, ...(code !== undefined && { code }) });
  const { status, askedCents, approvedCents: approved, reimbursedCents } = await becomes(employee, claimId, (claim) => claim.reimbursedCents === approvedCents);
  return { status, askedCents, approvedCents: approved, reimbursedCents };
}

/** A document that proves no payment is asked for again, the claim is refused all the same, and somebody else hears the appeal. */
export async function mendAndAppeal(employee: ApiClient, [first, second]: readonly [ApiClient, ApiClient], log: TourLog, claimId: string, cents: number): Promise<ClaimEnd> {
  await log.step('validatore', 'chiede la prova del pagamento: dieci giorni di tempo', async () => {
    await first.post(`${CLAIMS}/${claimId}/integration-requests`, { code: 'no-payment-proof', note: 'La contabile non si legge.' });
    await becomes(employee, claimId, ({ status }) => status === 'integration');
  });
  await log.step('dipendente', 'aggiunge la contabile del bonifico', async () => {
    const { documentId } = await employee.post<{ documentId: string }>('/api/benefits/claim-documents', pdf(`contabile ${claimId}`));
    await employee.post(`${CLAIMS}/${claimId}/integration`, { payment: { paidOn: today(), method: 'traceable', payer: 'employee' }, note: 'Eccola.', documentIds: [documentId] });
    await becomes(employee, claimId, ({ status }) => status === 'open');
  });
  await log.step('validatore', 'respinge, con il motivo e che cosa fare', async () => {
    await first.post(`${CLAIMS}/${claimId}/rejection`, { code: 'wrong-category' });
    await becomes(employee, claimId, ({ status }) => status === 'rejected');
  });
  await log.step('dipendente', 'fa ricorso, una volta sola', async () => {
    await employee.post(`${CLAIMS}/${claimId}/appeal`, { text: 'È la retta del nido.' });
    await becomes(employee, claimId, ({ status }) => status === 'open');
  });
  await log.step('validatore', 'chi ha respinto non può decidere il ricorso', async () => {
    const refusal = await first.refused(first.post(`${CLAIMS}/${claimId}/approval`, { approvedCents: cents, ...SEEN }));
    if (refusal.code !== 'claim-other-validator') throw new Error(`the refusal says ${refusal.code}`);
  });
  return log.step('validatore', `un’altra persona accoglie il ricorso: ${euro(cents)} in busta paga`, () => approve(second, employee, claimId, cents), cents);
}
