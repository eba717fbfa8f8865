import { creditAdded, creditHeld, creditReleased, creditSpent, mealVouchersRecorded, premiumChosen, premiumOffered, residueSettled, type Envelope } from '@salvatempo/contracts';
import { derivedId, type DomainEvent } from '@salvatempo/kernel';
import { AggregateRunner, project, RowReader, type Cause } from '@salvatempo/messaging';
import { Directory } from '@salvatempo/runtime';
import { SimulatedDisk, SimulatedStore, type Store } from '@salvatempo/store';
import { HandClock, memoryAmbient, realTimers } from '@salvatempo/testing';
import { askContributionSlice, noteContributionCreditSlice } from '../ask-contribution/ask-contribution.decider';
import { claim, type Claim } from '../domain/claim';
import { contribution, type Contribution } from '../domain/contribution';
import { payContributionSlice } from '../pay-contribution/pay-contribution.decider';
import { paidContributions } from '../read-contributions/contribution-lists.projection';
import { closePayrollMonthSlice, payrollClosing, payrollClosingIdOf, type PayrollClosing } from './payroll-closing.aggregate';
import { payrollClosings } from './payroll-closings.projection';
import { boughtBenefits, reimbursedClaims } from './payroll-entries.projection';
import { residues } from '../read-residues/residues.projection';
import { firmPremiums } from '../read-premiums/premium-lists.projection';
import { firmMeals } from '../record-meals/meal-months.projection';
import { PayrollFacts } from './payroll-facts.handler';

const FIRM = derivedId('fir', 'one');
const ACCOUNT = derivedId('acc', 'one');
const PERSON = derivedId('per', 'one');
const figures = { spendableCents: 0, heldCents: 0 };
const lot = { amountCents: 90_000, letter: 'c.3', origin: 'plan' as const, unit: 'EUR' as const, validFrom: '2026-01-01T00:00:00.000Z', validUntil: '2027-12-31T00:00:00.000Z' };
const because = (id: string): Cause => ({ id, time: '2026-09-01T08:00:00.000Z', correlationId: 'test', tenantId: 'territory' });
let store: Store;
let facts: PayrollFacts;
let closings: AggregateRunner<PayrollClosing>;
let contributions: AggregateRunner<Contribution>;
let directory: Directory;
let sequences: Map<string, number>;

beforeEach(async () => {
  store = new SimulatedStore(new SimulatedDisk());
  const ports = { store, ambient: memoryAmbient(new HandClock()), listener: { committed: () => undefined } };
  closings = new AggregateRunner({ ...payrollClosing, slices: [closePayrollMonthSlice] }, ports);
  const reader = <T extends object>(projection: ConstructorParameters<typeof RowReader<T>>[2]) => new RowReader<T>(store, realTimers, projection);
  directory = new Directory();
  const claims = new AggregateRunner<Claim>({ ...claim, slices: [] }, ports);
  contributions = new AggregateRunner({ ...contribution, slices: [askContributionSlice, noteContributionCreditSlice, payContributionSlice] }, ports);
  facts = new PayrollFacts(closings, claims, reader(payrollClosings), reader(reimbursedClaims), reader(boughtBenefits), reader(residues), directory, reader(firmPremiums), reader(firmMeals), contributions, reader(paidContributions));
  sequences = new Map();
  await happens('2026-08-01', creditAdded.of({ accountId: ACCOUNT, firmId: FIRM, personId: PERSON, lotId: derivedId('lot', 'one'), lot, ...figures }));
});

async function happens(day: string, ...events: readonly DomainEvent[]): Promise<void> {
  for (const { type, data } of events) {
    const { premiumId, mealMonthId, contributionId } = data as { premiumId?: string; mealMonthId?: string; contributionId?: string };
    const subject = premiumId ?? mealMonthId ?? contributionId ?? ACCOUNT;
    const sequence = (sequences.get(subject) ?? 0) + 1;
    sequences.set(subject, sequence);
    const event: Envelope = {
      ...{ specversion: '1.0', id: `${subject}:${sequence}:1`, source: '/salvatempo/benefits', type, subject, time: `${day}T08:00:00.000Z`, datacontenttype: 'application/json' },
      ...{ partitionkey: subject, sequence, correlationid: 'c', causationid: 'c', tenantid: 'territory', data: data as Envelope['data'] },
    };
    await project(store, boughtBenefits, event);
    await project(store, residues, event);
    await project(store, firmPremiums, event);
    await project(store, firmMeals, event);
    await project(store, paidContributions, event);
  }
}

const held = (n: number, benefitValueCents: number, letter = 'c.3') =>
  creditHeld.of({ accountId: ACCOUNT, purchaseId: derivedId('pur', String(n)), amountCents: 1, lots: [], letter, benefitValueCents, taxYear: 2026, expiresAt: lot.validUntil, ...figures });
const spent = (n: number) => creditSpent.of({ accountId: ACCOUNT, purchaseId: derivedId('pur', String(n)), firmId: FIRM, amountCents: 1, lots: [], ...figures });
const left = (policy: 'pension-fund' | 'solidarity-pool', amountCents: number) => residueSettled.of({ accountId: ACCOUNT, firmId: FIRM, personId: PERSON, lotId: derivedId('lot', 'one'), planId: derivedId('pln', 'one'), version: 1, policy, reason: 'ended', amountCents, ...figures });
const released = (n: number) => creditReleased.of({ accountId: ACCOUNT, purchaseId: derivedId('pur', String(n)), amountCents: 1, lots: [], reason: 'released', ...figures });

/** Closes a month as the route does; gives what it told, by month. */
async function close(month: string): Promise<Record<string, number>> {
  const last = await facts.lastOf(FIRM);
  const lines = await facts.untoldOf(FIRM, month, last);
  const number = (last?.state.number ?? 0) + 1;
  const data = { firmId: FIRM, number, month, monthBefore: last?.state.month ?? '', closed: { vatNumber: '00743110157', fiscalCodes: [], lines } };
  const outcome = await closings.execute(payrollClosingIdOf(FIRM, number), { type: 'close-payroll-month', data }, because(`close-${month}`));
  expect(outcome.kind).toBe('done');
  return Object.fromEntries(lines.map((line) => [line.month, line.amountCents]));
}

describe('what a closing tells', () => {
  it('is what was spent in the month, valued as the benefit was, and nothing that is only held or came back', async () => {
    await happens('2026-09-10', held(1, 4_000), spent(1), held(2, 700), held(3, 900), released(3));
    expect(await facts.untoldOf(FIRM, '2026-09', undefined)).toEqual([{ personId: PERSON, month: '2026-09', taxYear: 2026, item: 'in-kind', letter: 'c.3', amountCents: 4_000 }]);
  });

  it('completes a month that was closed before it was over, in the next closing and in no other', async () => {
    await happens('2026-09-10', held(1, 4_000), spent(1));
    expect(await close('2026-09')).toEqual({ '2026-09': 4_000 });
    await happens('2026-09-28', held(2, 150), spent(2));
    await happens('2026-10-02', held(3, 20), spent(3));
    expect(await close('2026-10')).toEqual({ '2026-09': 150, '2026-10': 20 });
    expect(await close('2026-11')).toEqual({});
  });

  it('makes up for months that nobody closed, and looks back three closings for what came late', async () => {
    await happens('2026-08-03', held(1, 1), spent(1));
    await happens('2026-09-10', held(2, 20), spent(2));
    expect(await close('2026-10')).toEqual({ '2026-08': 1, '2026-09': 20 });
    for (const month of ['2026-11', '2026-12', '2027-01']) expect(await close(month)).toEqual({});
    await happens('2026-11-30', held(3, 300), spent(3));
    expect(await close('2027-02')).toEqual({ '2026-11': 300 });
    expect(await close('2027-03')).toEqual({});
  });

  it('isn’t told twice by two closings at once: there is one next closing', async () => {
    await happens('2026-09-10', held(1, 4_000), spent(1));
    const last = await facts.lastOf(FIRM);
    expect(last).toBeUndefined();
    await close('2026-09');
    const late = { firmId: FIRM, number: 1, month: '2026-10', monthBefore: '', closed: { vatNumber: '', fiscalCodes: [], lines: [] } };
    const outcome = await closings.execute(payrollClosingIdOf(FIRM, 1), { type: 'close-payroll-month', data: late }, because('late'));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'payroll-month-closed', params: { month: '2026-09' } } });
  });
});

describe('what a closing tells of premiums', () => {
  const about = { premiumId: derivedId('prm', 'one'), firmId: FIRM, personId: PERSON, year: 2026, paidOn: '2026-10-27', creditUntil: lot.validUntil };
  const terms = { amountCents: 600_000, favoured: true, capCents: 500_000, taxBasisPoints: 100, contributionsBasisPoints: 919, convertibleCents: 500_000, letters: ['f'], chooseUntil: '2026-10-10T21:59:59.999Z' };
  const offered = () => premiumOffered.of({ ...about, ...terms, contractId: derivedId('pco', 'one') });
  const chosen = (favouredCents: number, ordinaryCents: number) => premiumChosen.of({ ...about, convertedCents: 200_000, favouredCents, ordinaryCents, letter: 'f', by: 'person' });

  it('is what is paid in money, at the substitute tax and beside it, in the month of its payroll', async () => {
    await happens('2026-09-10', offered());
    expect(await facts.untoldOf(FIRM, '2026-10', undefined)).toEqual([]);
    await happens('2026-09-10', chosen(300_000, 100_000));
    expect(await facts.untoldOf(FIRM, '2026-09', undefined)).toEqual([]);
    const line = { personId: PERSON, month: '2026-10', taxYear: 2026, letter: '' };
    expect(await facts.untoldOf(FIRM, '2026-10', undefined)).toEqual([{ ...line, item: 'premium-ordinary', amountCents: 100_000 }, { ...line, item: 'premium', amountCents: 300_000 }]);
  });

  it('is corrected by the difference where it was offered anew', async () => {
    await happens('2026-09-10', offered(), chosen(0, 100_000));
    expect(await close('2026-10')).toEqual({ '2026-10': 100_000 });
    await happens('2026-10-28', offered(), chosen(0, 90_000));
    expect(await close('2026-11')).toEqual({ '2026-10': -10_000 });
  });
});

describe('what a closing tells of meal vouchers', () => {
  const month = { mealMonthId: derivedId('mea', 'one'), firmId: FIRM, personId: PERSON, month: '2026-09', kind: 'electronic' as const, valueCents: 1_200 };
  const recorded = (days: number, isCorrection: boolean) => mealVouchersRecorded.of({ ...month, days, exemptCents: days * 1_000, taxedCents: days * 200, isCorrection });

  it('is what is above the exemption of a day, under letter c, and the difference where it was recorded anew', async () => {
    await happens('2026-09-28', recorded(20, false));
    expect(await facts.untoldOf(FIRM, '2026-09', undefined)).toEqual([{ personId: PERSON, month: '2026-09', taxYear: 2026, item: 'meal-excess', letter: 'c', amountCents: 4_000 }]);
    expect(await close('2026-09')).toEqual({ '2026-09': 4_000 });
    await happens('2026-10-02', recorded(18, true));
    expect(await close('2026-10')).toEqual({ '2026-09': -400 });
  });

  it('is nothing where no day is above', async () => {
    await happens('2026-09-28', mealVouchersRecorded.of({ ...month, valueCents: 1_000, days: 20, exemptCents: 20_000, taxedCents: 0, isCorrection: false }));
    expect(await facts.untoldOf(FIRM, '2026-09', undefined)).toEqual([]);
  });
});

describe('credit that was left for pension funds', () => {
  it('is told to payroll by person and month under the letter of contributions, and of the firm’s pool nothing is', async () => {
    await happens('2027-01-01', left('pension-fund', 4_000), left('solidarity-pool', 9_000), left('pension-fund', 1_000));
    expect(await facts.untoldOf(FIRM, '2027-01', undefined)).toEqual([{ personId: PERSON, month: '2027-01', taxYear: 2027, item: 'pension', letter: 'h', amountCents: 5_000 }]);
    expect(await close('2027-01')).toEqual({ '2027-01': 5_000 });
    expect((await facts.lastOf(FIRM))?.state).toMatchObject({ pensionCents: 5_000, inKindCents: 0 });
    expect(await facts.untoldOf(FIRM, '2027-02', await facts.lastOf(FIRM))).toEqual([]);
  });
});

describe('what a closing tells of contributions to funds', () => {
  async function paysIn(name: string, kind: 'pension' | 'health', paidOn?: string): Promise<void> {
    const contributionId = derivedId('ctb', name);
    const personal = { kind, fundName: 'Fondo Aurora', elsewhereCents: 0 };
    const ask = { type: 'ask-contribution', data: { accountId: ACCOUNT, firmId: FIRM, personId: PERSON, amountCents: 3_000, taxYear: 2026, askedOn: '2026-08-20', personal } };
    const commands = [ask, { type: 'note-contribution-credit', data: {} }, ...(paidOn === undefined ? [] : [{ type: 'pay-contribution', data: { paidOn, reference: 'CRO 1' } }])];
    for (const [n, command] of commands.entries()) {
      const outcome = await contributions.execute(contributionId, command, because(`${name}-${n}`));
      await happens('2026-08-30', ...(outcome.kind === 'done' ? outcome.events.map(({ type, data }) => ({ type, data })) : []));
    }
  }

  it('is what was paid in the month, under the letter of the kind of fund and in the year of the choice', async () => {
    await paysIn('one', 'pension', '2026-08-31');
    await paysIn('two', 'health', '2026-08-31');
    await paysIn('three', 'health', '2026-09-01');
    await paysIn('four', 'pension');
    const line = { personId: PERSON, month: '2026-08', taxYear: 2026, item: 'pension', amountCents: 3_000 };
    expect(await facts.untoldOf(FIRM, '2026-08', undefined)).toEqual([{ ...line, letter: 'a' }, { ...line, letter: 'h' }]);
    expect(await facts.untoldOf(FIRM, '2026-09', undefined)).toHaveLength(3);
  });
});

describe('whom a closing is of', () => {
  it('is asked of the firm’s own people, and nothing is closed where one isn’t told', async () => {
    directory.add({ fiscalCode: (personId) => Promise.resolve(personId === PERSON ? 'RVDDLA80A41E648X' : undefined) });
    expect(await facts.fiscalCodes(FIRM, [PERSON])).toEqual([{ personId: PERSON, fiscalCode: 'RVDDLA80A41E648X' }]);
    await expect(facts.fiscalCodes(FIRM, [PERSON, derivedId('per', 'two')])).rejects.toThrow('payroll-people-unknown');
    await expect(facts.vatNumber(FIRM)).rejects.toThrow('payroll-people-unknown');
  });
});
