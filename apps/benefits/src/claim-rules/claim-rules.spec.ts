import type { ClaimFacts, ClaimSetting } from '../domain/claim-facts';
import { claimRules, findingsOf, isWarning } from '../domain/claim-rules';
import { claimTermsOn } from './claim-rules.table';
import { CHILD, DAY, factsOf, settingOf } from './claim.fixture';

type RuleName = keyof typeof claimRules;
const found = (rule: RuleName, facts: ClaimFacts, more: Partial<ClaimSetting> = {}): string | undefined => claimRules[rule](facts, settingOf(facts, more));
const terms = claimTermsOn(DAY);
const nursery = factsOf();

it('has nothing against a claim in order', () => expect(findingsOf(nursery, settingOf(nursery))).toEqual([]));

describe('R01: the letter', () => {
  it.each(['palestra', 'sportf', 'tpltkt', 'gift', 'salvatempo', 'viaggi', 'no-such-type'])('never lets %s be reimbursed', (expenseType) => {
    const facts = factsOf({ expenseType, document: { holder: 'other' } });
    expect(findingsOf(facts, settingOf(facts))).toEqual([{ rule: 'R01', code: 'not-reimbursable-letter' }]);
  });

  it.each(['nido', 'tpl', 'badante', 'utenze', 'affitto', 'mutuo'])('lets %s be', (expenseType) => expect(found('R01', factsOf({ expenseType }))).toBeUndefined());

  it('goes by the day of payment: bills from 2022 to 2027, passes from 2018', () => {
    const paid = (expenseType: string, paidOn: string) => found('R01', factsOf({ expenseType, payment: { paidOn } }));
    expect(['2021-12-31', '2022-01-01', '2027-12-31', '2028-01-01'].map((day) => paid('utenze', day))).toEqual(['not-reimbursable-letter', undefined, undefined, 'not-reimbursable-letter']);
    expect(['2017-12-31', '2018-01-01'].map((day) => paid('tpl', day))).toEqual(['not-reimbursable-letter', undefined]);
  });
});

describe('R02: what the document shows', () => {
  it.each(['proforma', 'quote'] as const)('refuses a %s', (kind) => expect(found('R02', factsOf({ document: { kind } }))).toBe('proforma-or-quote'));
  it.each(['issuer', 'issuerCode', 'number', 'date', 'description'])('asks for its %s', (field) => expect(found('R02', factsOf({ document: { [field]: ' ' } }))).toBe('issuer-data-missing'));
});

describe('what a FatturaPA says of itself', () => {
  const xml = { isOthers: false, isInvoice: true, totalCents: 45_000 };

  it('counts, whatever is told of it', () => {
    expect(found('R02', factsOf(), { xml })).toBeUndefined();
    expect(found('R02', factsOf(), { xml: { ...xml, isInvoice: false } })).toBe('proforma-or-quote');
    expect(found('R03', factsOf(), { xml: { ...xml, isOthers: true } })).toBe('holder-not-admitted');
    expect(found('R08', factsOf({ askedCents: 45_001, document: { totalCents: 50_000 } }), { xml })).toBe('amount-exceeds-doc');
    expect(found('R08', factsOf({ askedCents: 45_001, document: { totalCents: 50_000 } }), { xml: { isOthers: false, isInvoice: true } })).toBeUndefined();
  });

  it.each([['Fattura proforma n. 3', true], ['PRO FORMA', true], ['Preventivo per il nido', true], ['Saldo del preventivo n. 3', false], ['Retta, come da preventivo', false]])('and a description that begins so: %s', (description, isNone) => {
    expect(found('R02', factsOf({ document: { description } }))).toBe(isNone ? 'proforma-or-quote' : undefined);
  });
});

it('R03 takes a document of the claimant or of who used the service, and of the other parent only by the terms', () => {
  const holder = (of: ClaimFacts['document']['holder'], more = {}) => found('R03', factsOf({ document: { holder: of } }), more);
  expect([holder('employee'), holder('beneficiary'), holder('other'), holder('other-parent')]).toEqual([undefined, undefined, 'holder-not-admitted', 'holder-not-admitted']);
  expect(holder('other-parent', { terms: { ...terms, otherParentAdmitted: true } })).toBeUndefined();
});

it('R04 asks for the name of who used the service', () => {
  expect(found('R04', factsOf({ document: { namesUser: false } }))).toBe('beneficiary-missing');
  const { relative: _, ...own } = factsOf({ expenseType: 'tpl', document: { namesUser: false } });
  expect(found('R04', own)).toBeUndefined();
});

it('R05 asks for a proof of payment, and takes cash as the terms say', () => {
  expect(found('R05', factsOf({ payment: 'none' }))).toBe('no-payment-proof');
  const cash = factsOf({ payment: { method: 'cash' } });
  expect([found('R05', cash), found('R05', cash, { terms: { ...terms, cashAdmitted: false } })]).toEqual([undefined, 'no-payment-proof']);
});

it('R06 asks that the claimant paid, as the terms say', () => {
  const other = factsOf({ payment: { payer: 'other' } });
  expect([found('R06', other), found('R06', other, { terms: { ...terms, payerMustBeEmployee: false } })]).toEqual(['payer-not-employee', undefined]);
});

it('R07 takes expenses of this year and the last one, never of tomorrow', () => {
  const paid = (paidOn: string, more = {}) => found('R07', factsOf({ payment: { paidOn } }), more);
  expect(['2026-11-27', '2025-01-01'].map((day) => paid(day))).toEqual([undefined, undefined]);
  expect(['2026-11-28', '2024-12-31'].map((day) => paid(day))).toEqual(['period-out-of-plan', 'period-out-of-plan']);
  expect(paid('2025-12-31', { terms: { ...terms, previousYearAdmitted: false } })).toBe('period-out-of-plan');
});

it('R08 pays what was really borne: a nursery of 450.00 with a bonus of 272.73 leaves 177.27 (vector 5)', () => {
  const asked = (askedCents: number, aidCents = 27_273) => found('R08', factsOf({ askedCents, aidCents }));
  expect([asked(17_727), asked(17_728), asked(45_001, 0), asked(45_000, 0)]).toEqual([undefined, 'already-aided', 'amount-exceeds-doc', undefined]);
});

it('R09 lets a document be split up to its total', () => {
  const left = (documentLeftCents: number) => found('R09', nursery, { documentLeftCents });
  expect([left(45_000), left(44_999), left(0), found('R09', nursery)]).toEqual([undefined, 'duplicate', 'duplicate', undefined]);
});

it('R10 asks that the expense be neither reimbursed elsewhere nor deducted', () => {
  expect([found('R10', factsOf({ notDeducted: false })), found('R10', factsOf({ notReimbursedElsewhere: false })), found('R10', nursery)]).toEqual(['already-deducted-730', 'already-deducted-730', undefined]);
});

it('R11 only warns of an invoice without VAT above 77.47 that bears no stamp', () => {
  const invoice = (totalCents: number, stamped = false) => found('R11', factsOf({ document: { vatExempt: true, totalCents, stamped } }));
  expect([invoice(7_747), invoice(7_748), invoice(7_748, true)]).toEqual([undefined, 'stamp-missing', undefined]);
  const facts = factsOf({ document: { vatExempt: true } });
  expect(findingsOf(facts, settingOf(facts)).map(isWarning)).toEqual([true]);
});

it('R12 takes a claim up to the last day of its credit', () => {
  expect(['2026-11-27', '2026-11-26'].map((creditUntil) => found('R12', nursery, { creditUntil }))).toEqual([undefined, 'period-out-of-plan']);
});

describe('R13: for whom, with what, up to how much', () => {
  const own = (expenseType: string): ClaimFacts => {
    const { relative: _, ...facts } = factsOf({ expenseType });
    return facts;
  };
  const pass = (relation: string, dependent: boolean) => found('R13', factsOf({ expenseType: 'tpl', relative: { ...CHILD, relation, dependent } }));
  const mother = { relation: 'parent', dependent: false, birthDate: '1948-05-02' };

  it('takes a pass of a relative only where they are dependent, and school fees all the same (vector 6)', () => {
    expect([pass('spouse', false), pass('spouse', true), found('R13', own('tpl'))]).toEqual(['not-dependent', undefined, undefined]);
    expect(found('R13', factsOf({ expenseType: 'scuola' }))).toBeUndefined();
    expect(found('R13', factsOf({ expenseType: 'scuola' }), { terms: { ...terms, strictDependency: true } })).toBe('not-dependent');
  });

  it('takes a carer for a mother who doesn’t cohabit in 2024, and asks for it from 2025 on (vector 7)', () => {
    const carer = (paidOn: string, cohabiting: boolean, day: string) => found('R13', factsOf({ expenseType: 'badante', relative: { ...mother, cohabiting }, payment: { paidOn } }), { day });
    expect([carer('2024-11-02', false, '2024-12-01'), carer('2026-11-02', false, DAY), carer('2026-11-02', true, DAY)]).toEqual([undefined, 'relation-not-admitted', undefined]);
  });

  it('knows relatives by the table and by what was declared of them, and the claimant where the row does', () => {
    expect(found('R13', factsOf({ relative: { ...CHILD, relation: 'cousin' } }))).toBe('relation-not-admitted');
    expect(found('R13', nursery, { isDeclared: false })).toBe('relation-not-admitted');
    expect(found('R13', own('nido'))).toBe('relation-not-admitted');
    expect(found('R13', factsOf({ expenseType: 'affitto' }))).toBe('relation-not-admitted');
  });

  it('goes by the age on the day of payment, or by a certificate where care may be needed earlier', () => {
    const camp = (birthDate: string) => found('R13', factsOf({ expenseType: 'estivo', relative: { ...CHILD, birthDate } }));
    expect([camp('2011-11-03'), camp('2011-11-02')]).toEqual([undefined, 'age-out-of-range']);
    const carer = (birthDate: string, hasCertificate = false) => found('R13', factsOf({ expenseType: 'badante', hasCertificate, relative: { ...mother, cohabiting: true, birthDate } }));
    expect([carer('1951-11-02'), carer('1951-11-03'), carer('1951-11-03', true)]).toEqual([undefined, 'cert-missing', undefined]);
    expect([found('R13', factsOf({ expenseType: 'dsa' })), found('R13', factsOf({ expenseType: 'dsa', hasCertificate: true }))]).toEqual(['cert-missing', undefined]);
  });

  it('asks of bills of 2023 that there was a dependent child', () => {
    const bill = (dependentChild: boolean) => claimRules.R13(own('utenze'), settingOf({ ...own('utenze'), payment: { paidOn: '2023-05-01', method: 'traceable', payer: 'employee' } }, { dependentChild }));
    expect([bill(false), bill(true)]).toEqual(['not-dependent', undefined]);
  });

  it('goes by what a validator saw', () => {
    expect(found('R13', nursery, { seen: { legible: false, rightCategory: true } })).toBe('illegible-or-incomplete');
    expect(found('R13', nursery, { seen: { legible: true, rightCategory: false } })).toBe('wrong-category');
  });

  it('refuses for want of credit only where nothing is left, and never lets the year’s threshold be passed', () => {
    expect([found('R13', nursery, { spendableCents: 0 }), found('R13', nursery, { spendableCents: 1 })]).toEqual(['insufficient-credit', undefined]);
    const bill = (thresholdLeftCents: number, spendableCents = 100_000) => found('R13', own('utenze'), { thresholdLeftCents, spendableCents });
    expect([bill(45_000), bill(44_999), bill(20_000, 20_000)]).toEqual([undefined, 'threshold-cliff', undefined]);
  });
});
