import { readCsvLines } from '@salvatempo/http';
import type { Answer, Caller } from './caller';
import { purchaseBecomes } from './buying';
import { billOf, payrollOf } from './claims';
import { inDays, today } from './days';
import { contractOf, premiumFile, PREMIUMS } from './premiums';
import { makeTerritory, PRICE_CENTS, until } from './territory';

const MINE = '/api/benefits/accounts/mine';
const YEAR = Number(today().slice(0, 4));
const MONTH = today().slice(0, 7);
/** What others gave: less is left of the threshold than the offer costs. */
const EXTERNAL_CENTS = 97_000;

/**
 * A person's year, over HTTP in either mode: a limit met (blocked, then with consent), a premium converted in part, meal vouchers of 12 euro
 * a day; and what of it all the month's payroll file tells. Throws where a step isn't as it must be. `operator` has signed in; `seed` is
 * nobody else's in this territory.
 */
export async function limitsMet(operator: Caller, seed: number): Promise<{ readonly payroll: readonly Record<string, string>[] }> {
  const territory = await makeTerritory(operator, { people: 1, seed });
  const { firmId, offerId } = territory;
  const [employee] = territory.employees as [(typeof territory.employees)[number]];
  const [owner, person] = [operator.as(territory.owner), operator.as(employee.token)];
  await person.made(`${MINE}/year-declarations`, { taxYear: YEAR, externalCents: EXTERNAL_CENTS, childFiscalCodes: [], declarationAccepted: true });

  const simulated = async (): Promise<Answer['body']> => (await person.get(`${MINE}/simulation?letter=c.3&amountCents=1200&benefitValueCents=${PRICE_CENTS}`)).body;
  const buy = async (more: object = {}): Promise<Answer['body']> => {
    const { body: quote } = await person.get(`/api/marketplace/quotes?offerId=${offerId}`);
    const { purchaseId } = await person.made('/api/marketplace/purchases', { offerId, quoteId: quote.quoteId, totalCents: PRICE_CENTS, ...more });
    return until(person, `/api/marketplace/purchases/${purchaseId}`, ({ status }) => status !== 'pending');
  };

  // A limit met: the firm blocks, as long as it says nothing else.
  expect(await simulated()).toMatchObject({ allowed: false, refusal: { code: 'fringe-threshold-exceeded' }, before: { leftCents: 3_000, level: 'near' } });
  expect(await buy({ thresholdConsentCents: PRICE_CENTS })).toMatchObject({ status: 'refused', refusal: { code: 'fringe-threshold-exceeded' } });
  await owner.made('/api/benefits/threshold-choices', { firmId, aboveThreshold: 'consent' });
  const told = await simulated();
  expect(told).toMatchObject({ allowed: false, refusal: { code: 'threshold-consent-needed' }, consent: { taxableCents: PRICE_CENTS, externalCents: EXTERNAL_CENTS, leftCents: 3_000 }, after: { level: 'over' } });
  expect(told.explanation.join(' ')).toContain('diventano imponibili tutti i 40,00 €');
  expect(await buy()).toMatchObject({ status: 'refused', refusal: { code: 'threshold-consent-needed' } });
  expect(await buy({ thresholdConsentCents: PRICE_CENTS - 1 })).toMatchObject({ status: 'refused', refusal: { code: 'threshold-consent-needed' } });
  const bought = await buy({ thresholdConsentCents: told.consent.taxableCents });
  await purchaseBecomes(person, bought.purchaseId, 'active');
  const { accountId, threshold } = (await person.get(MINE)).body;
  expect(threshold).toMatchObject({ usedCents: EXTERNAL_CENTS + PRICE_CENTS, leftCents: 0, level: 'over' });
  const kinds = (await person.get(`/api/benefits/accounts/${accountId}/entries?limit=100`)).body.items.map(({ kind }: { kind: string }) => kind);
  expect(kinds.slice(kinds.indexOf('threshold-consented')).slice(0, 2)).toEqual(['threshold-consented', 'credit-held']);

  // A bill that is claimed back goes the same way.
  const check = async (more: object = {}): Promise<Answer['body']> => (await person.post('/api/benefits/claims/checks', billOf({ askedCents: 1_000, ...more }))).body;
  expect(await check()).toMatchObject({ allowed: false, findings: [{ rule: 'R13', code: 'threshold-consent-needed' }], consent: { taxableCents: PRICE_CENTS + 1_000 } });
  expect(await check({ thresholdConsentCents: PRICE_CENTS + 1_000 })).toMatchObject({ allowed: true, findings: [] });

  // A premium of 6,000: 400 become credit, the rest is paid, above the cap with ordinary tax.
  const { contractId } = await owner.made('/api/benefits/premium-contracts', contractOf(firmId));
  const days = `paidOn=${today()}&chooseUntil=${today()}&creditUntil=${inDays(300)}`;
  const file = premiumFile(`${employee.fiscalCode},"6000,00","80000,00"`);
  // What the file would do is shown first, and does nothing.
  const preview = async (sent: string): Promise<Answer> => owner.post(`/api/benefits/premium-contracts/${contractId}/premium-imports/previews?${days}`, sent, { key: null });
  expect((await preview(file)).body).toMatchObject({ totalCents: 600_000, capCents: 500_000, offered: 1, lines: [{ line: 2, change: 'new', amountCents: 600_000, convertibleCents: 500_000, favouredCents: 500_000, ordinaryCents: 100_000 }] });
  expect((await preview(premiumFile(`${employee.fiscalCode},mille,1`))).body).toMatchObject({ code: 'import-refused', errors: [{ line: 2, column: 2, field: 'premio' }] });
  expect((await person.get(`${PREMIUMS}/mine`)).body.items).toEqual([]);
  await owner.made(`/api/benefits/premium-contracts/${contractId}/premium-imports?${days}`, file);
  const { items: [premium] } = await until(person, `${PREMIUMS}/mine`, ({ items }) => items.length === 1);
  expect(premium).toMatchObject({ status: 'offered', favoured: true, amountCents: 600_000, convertibleCents: 500_000, comparison: { rest: { ordinaryCents: 100_000 } } });
  const { cash, welfare } = (await person.get(`${PREMIUMS}/${premium.premiumId}/comparison?convertedCents=40000`)).body;
  expect([cash.grossCents, cash.contributionsCents, cash.netCents, welfare.netCents]).toEqual([40_000, 3_676, 35_961, 40_000]);
  const choose = (convertedCents: number, more: object = {}): Promise<Answer> => person.post(`${PREMIUMS}/${premium.premiumId}/choice`, { convertedCents, ...more });
  // Another employer used some of the cap, which is one for the year: what is declared counts at once, and says what is left.
  const compared = await person.get(`${PREMIUMS}/${premium.premiumId}/comparison?convertedCents=40000&otherEmployersCents=100000`);
  expect(compared.body).toMatchObject({ otherEmployersCents: 100_000, capLeftCents: 400_000, rest: { favoured: { grossCents: 360_000 }, ordinaryCents: 200_000 } });
  expect(compared.body.explanation.join()).toContain('del massimo restano 4.000,00');
  expect((await person.get(`${PREMIUMS}/${premium.premiumId}/comparison?convertedCents=40000&otherEmployersCents=460001`)).body.code).toBe('premium-above-cap');
  expect((await choose(40_000, { otherEmployersCents: 460_001 })).body).toMatchObject({ code: 'premium-above-cap', detail: expect.stringContaining('399,99') });
  expect((await choose(40_000, { otherEmployersCents: -1 })).body.code).toBe('invalid-request');
  expect((await choose(40_000, { incomeAbove: true })).body.code).toBe('premium-income-above');
  expect((await choose(500_001)).body.code).toBe('premium-above-cap');
  expect((await choose(40_000, { otherEmployersCents: 20_000 })).body).toMatchObject({ convertedCents: 40_000, favouredCents: 440_000, ordinaryCents: 120_000, otherEmployersCents: 20_000, capLeftCents: 0, letter: 'f' });
  expect((await choose(40_000)).body.code).toBe('premium-chosen-already');
  expect((await preview(file)).body).toMatchObject({ offered: 0, unchanged: 1 });
  expect((await preview(premiumFile(`${employee.fiscalCode},"1,00","0"`))).body).toMatchObject({ offered: 0, kept: 1, lines: [{ change: 'kept' }] });
  const { lots } = await until(person, MINE, (account) => account.lots.some(({ origin }: { origin: string }) => origin === 'premio-di-risultato'));
  expect(lots.filter(({ origin }: { origin: string }) => origin === 'premio-di-risultato')).toMatchObject([{ freeCents: 40_000, letter: 'f' }]);

  // A meal voucher of 12.00: 2.00 are taxed, and the threshold doesn't move.
  const meals = { firmId, personId: employee.personId, month: MONTH, kind: 'electronic', valueCents: 1_200, dates: [today()] };
  expect(await owner.made('/api/benefits/meal-vouchers', meals)).toMatchObject({ days: 1, exemptCents: 1_000, taxedCents: 200 });
  expect((await owner.post('/api/benefits/meal-vouchers', { ...meals, dates: [inDays(1)] })).body.code).toBe('meal-day');
  const { items: [mine] } = await until(person, '/api/benefits/meal-vouchers/mine', ({ items }) => items.length === 1);
  expect(mine).toMatchObject({ dates: [today()], taxedCents: 200 });
  expect((await person.get(MINE)).body.threshold).toMatchObject({ usedCents: EXTERNAL_CENTS + PRICE_CENTS });

  return { payroll: await payrollRows(owner, firmId, seed) };
}

async function payrollRows(owner: Caller, firmId: string, seed: number): Promise<readonly Record<string, string>[]> {
  const payroll = await payrollOf(owner, firmId, `paghe-limiti-${seed}`);
  await until(owner, `/api/benefits/meal-vouchers?firmId=${firmId}`, ({ items }) => items.length === 1);
  await until(owner, `${PREMIUMS}?firmId=${firmId}`, ({ items }) => items[0]?.status === 'chosen');
  const { closingId, premiumCents, mealExcessCents } = await payroll.made('/api/benefits/payroll-closings', { firmId, month: MONTH });
  expect({ premiumCents, mealExcessCents }).toEqual({ premiumCents: 560_000, mealExcessCents: 200 });
  const read = readCsvLines((await payroll.get(`/api/benefits/payroll-closings/${closingId}/file?part=month&format=csv`)).text);
  const [names, ...lines] = read.ok ? read.value.map(({ cells }) => cells) : [];
  return lines.filter(([kind]) => kind === '1').map((cells) => Object.fromEntries(cells.map((cell, n) => [names![n]!, cell])));
}

/** What the month's payroll file has of it, by kind. */
export const PAYROLL_TOLD = [['B', 'c', '2,00'], ['O', '', '1200,00'], ['P', '', '4400,00']];
