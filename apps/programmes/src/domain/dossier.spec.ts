import type { CallTerms } from '@salvatempo/contracts';
import { dossierOf, type DossierFacts, type SupplierInvoice } from './dossier';
import type { Spending } from './spending';

const terms: CallTerms = {
  title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 10_000, personCapCents: 5_000, budgetCents: 50_000, maxHeadcount: 3, headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'], opensAt: '2026-09-01T00:00:00.000Z', closesAt: '2026-12-01T00:00:00.000Z', cup: 'E12C34567890001',
};
const spending = (n: number, stage: Spending['stage'], more: Partial<Spending> = {}): Spending => ({
  purchaseId: `pur_${n}`, firmId: 'com_1', personId: 'per_1', providerId: 'prv_1', title: 'Stireria, 5 kg', serviceCode: 'laundry-ironing', totalCents: 4_000, incentiveCents: 2_800, creditCents: 1_200, stage,
  ...(stage !== 'requested' && { voucherId: `vou_${n}` }), ...((stage === 'fulfilled' || stage === 'paid') && { fulfilledAt: '2026-09-10T22:30:00.000Z' }), ...(stage === 'paid' && { paidAt: '2026-09-11T08:00:00.000Z' }), ...more,
});
const facts = (spendings: readonly Spending[], more: Partial<DossierFacts> = {}): DossierFacts => ({ callId: 'cal_1', terms, spendings, employeesOf: new Map([['com_1', 2], ['com_2', 12]]), people: new Map(), work: [], plansOpened: 0, aidRows: [], invoices: new Map(), ...more });
const codes = (dossier: ReturnType<typeof dossierOf>): string[] => dossier.missing.map(({ code, giver, subject }) => `${code} ${giver} ${subject}`);

describe('a dossier', () => {
  it('reports what was paid on proof, with days in Rome, who adds what, and a name that is nobody’s', () => {
    const { lines, reportableCents, coFundingBasisPoints, missing } = dossierOf(facts([spending(1, 'paid'), spending(2, 'none')]));
    expect(lines).toMatchObject([{ document: 'vou_1', cup: 'E12C34567890001', doneOn: '2026-09-11', paidOn: '2026-09-11', totalCents: 4_000, eligibleCents: 2_800, coFundingCents: 1_200 }]);
    expect(lines[0]!.beneficiary).not.toContain('per_1');
    expect([reportableCents, coFundingBasisPoints, missing]).toEqual([2_800, 3_000, []]);
  });

  it('gives a person one name within a call, and another in the next', () => {
    const name = (callId: string, n: number): string => dossierOf(facts([spending(n, 'paid')], { callId })).lines[0]!.beneficiary;
    expect(name('cal_1', 1)).toBe(name('cal_1', 2));
    expect(name('cal_1', 1)).not.toBe(name('cal_2', 1));
  });

  it('says of everything else why it can’t be reported yet, and who can give what is missing', () => {
    const spendings = (['requested', 'issued', 'redeemed', 'fulfilled', 'none'] as const).map((stage, n) => spending(n, stage));
    expect(codes(dossierOf(facts(spendings)))).toEqual(['voucher-not-issued system pur_0', 'voucher-not-redeemed employee pur_1', 'work-not-done provider pur_2', 'payment-under-way system pur_3']);
  });

  it('reports nothing without a CUP, and misses an act that wasn’t sent and a document that nobody keeps', () => {
    const { cup: _none, ...without } = terms;
    const row = { rowId: 'alt_1', firmId: 'com_1', regime: 'de-minimis-2831' as const, amountCents: 10_000, grantedOn: '2026-09-02', source: 'granted' as const };
    const dossier = dossierOf(facts([spending(1, 'paid')], { terms: { ...without, evidence: ['payment', 'timesheet'] }, aidRows: [row, { ...row, rowId: 'alt_2', actOn: '2026-09-05' }] }));
    expect([dossier.lines, dossier.reportableCents]).toEqual([[], 0]);
    expect(codes(dossier)).toEqual(['cup-missing operator cup', 'evidence-not-kept operator timesheet', 'grant-act-not-sent operator alt_1']);
  });

  it('reports nothing without its invoice where the call asks for one, which its provider can give, and bears number and day of one that is there', () => {
    const invoice = { invoiceId: 'inv_1', number: '12/PA', issuedOn: '2026-09-12', netCents: 6_557, vatCents: 1_443, cup: 'E12C34567890001' };
    const asking = { terms: { ...terms, evidence: ['voucher', 'invoice'] } };
    const paid = [spending(1, 'paid'), spending(2, 'paid'), spending(3, 'paid', { providerId: 'prv_2' }), spending(4, 'fulfilled')];
    const none = dossierOf(facts(paid, asking));
    expect([none.lines, none.reportableCents, none.invoices]).toEqual([[], 0, []]);
    expect(codes(none)).toEqual(['invoice-not-given provider pur_1', 'invoice-not-given provider pur_2', 'invoice-not-given provider pur_3', 'payment-under-way system pur_4']);
    const some = dossierOf(facts(paid, { ...asking, invoices: new Map([['pur_1', invoice], ['pur_2', invoice]]) }));
    expect(some.lines).toMatchObject([{ purchaseId: 'pur_1', invoiceNumber: '12/PA', invoicedOn: '2026-09-12' }, { purchaseId: 'pur_2', invoiceNumber: '12/PA' }]);
    expect([some.reportableCents, some.invoices]).toEqual([5_600, [{ ...invoice, providerId: 'prv_1', month: '2026-09', lines: 2 }]]);
    expect(some.missing).toMatchObject([{ code: 'invoice-not-given', subject: 'pur_3', cents: 2_800 }, { code: 'payment-under-way' }]);
    expect(dossierOf(facts(paid.slice(0, 1), { invoices: new Map([['pur_1', invoice]]) })).lines[0]).toMatchObject({ invoiceNumber: '12/PA' });
    expect(dossierOf(facts(paid.slice(0, 1))).lines[0]).not.toHaveProperty('invoiceNumber');
  });

  it('reports nothing without the invoice’s file where the call asks for that, which its provider can give', () => {
    const invoice = { invoiceId: 'inv_1', number: '12/PA', issuedOn: '2026-09-12', netCents: 6_557, vatCents: 1_443 };
    const file = { fileId: 'ivf_1', kind: 'pdf' as const, sizeBytes: 9, contentHash: 'a'.repeat(64) };
    const asking = { terms: { ...terms, evidence: ['invoice-file'] } };
    const dossier = dossierOf(facts([spending(1, 'paid'), spending(2, 'paid'), spending(3, 'paid')], { ...asking, invoices: new Map<string, SupplierInvoice>([['pur_1', invoice], ['pur_2', { ...invoice, invoiceId: 'inv_2', file }]]) }));
    expect(codes(dossier)).toEqual(['invoice-file-not-given provider pur_1', 'invoice-not-given provider pur_3']);
    expect([dossier.lines.map(({ purchaseId }) => purchaseId), dossier.reportableCents, dossier.invoices.map((one) => one.file)]).toEqual([['pur_2'], 2_800, [file]]);
  });

  it('counts each person once and each time that they came, and firms by their size', () => {
    const { indicators } = dossierOf(facts([spending(1, 'paid'), spending(2, 'redeemed'), spending(3, 'fulfilled', { personId: 'per_2', providerId: 'prv_2' }), spending(4, 'issued', { personId: 'per_3' })]));
    expect(indicators).toMatchObject({ vouchersIssued: 4, vouchersRedeemed: 3, redeemedCents: 12_000, people: 2, accesses: 3, services: ['laundry-ironing'], providers: 2, firms: { micro: 1, small: 1, medium: 0, large: 0 } });
  });
});
