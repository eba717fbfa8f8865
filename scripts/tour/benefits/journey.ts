import { addDays, instantOf, romeDate } from '@salvatempo/kernel';
import type { ApiClient } from '../api-client';
import { euro } from '../euro';
import { fiscalCodeOf } from '../fiscal-code';
import { invent, type Invented } from '../invented';
import { creditEverybody } from '../journey';
import { until } from '../patience';
import { firmJoins, signUp, untilRole, type Firm } from '../people';
import type { TourLog } from '../tour-log';
import { approve, CHILD_BORN_ON, homeBill, mendAndAppeal, nursery, send } from './claims';

export interface BenefitsEnd {
  readonly firm: Firm;
  readonly claimIds: { readonly partly: string; readonly appealed: string };
  readonly limit: { readonly refusal: string };
  readonly settlementId: string;
}

interface Account {
  readonly lots: readonly { readonly letter: string; readonly freeCents: number }[];
  readonly threshold: { readonly year: number; readonly thresholdCents: number };
}

const MINE = '/api/benefits/accounts/mine';
/** Far from any other seed that somebody would give. */
const OTHER_WORLD = 2_000_003;
const FAMILY_CREDIT_CENTS = 60_000;
const NURSERY_CENTS = 45_000;
/** What the family gets of INPS for a month of nursery, and so isn't reimbursed (docs/rules, vector 5). */
const AID_CENTS = 27_273;
const SECOND_CENTS = 20_000;
const BILL_CENTS = 5_000;
/** What is left of the year's threshold when the bill comes. */
const LEFT_CENTS = 3_000;

const today = (): string => romeDate(instantOf(Date.now()));

/** The third part: expenses reimbursed through payroll, the threshold of the year, and a year that is settled. */
export async function walkBenefits(url: string, operator: ApiClient, log: TourLog, seed: number): Promise<BenefitsEnd> {
  const world = invent((seed + OTHER_WORLD) >>> 0);
  const firm = await firmJoins(url, log, world);
  await creditEverybody(firm, log, world);
  await creditFamilies(firm, log);
  const child = await declareChild(firm.employee, log, seed);
  const validators = await appointValidators(url, operator, log, world);
  const [first] = validators;
  const partly = await log.step('dipendente', 'chiede il rimborso del nido: il credito è riservato', () => send(firm.employee, nursery(child, { askedCents: NURSERY_CENTS, number: `1/${seed}` }), `nido ${seed}`), NURSERY_CENTS);
  await log.step('validatore', `approva in parte: ${euro(AID_CENTS)} li ha già dati l’INPS`, () => approve(first, firm.employee, partly, NURSERY_CENTS - AID_CENTS, 'already-aided'), NURSERY_CENTS - AID_CENTS);
  const appealed = await log.step('dipendente', 'chiede un secondo rimborso', () => send(firm.employee, nursery(child, { askedCents: SECOND_CENTS, number: `2/${seed}` }), `nido, altro mese ${seed}`), SECOND_CENTS);
  await mendAndAppeal(firm.employee, validators, log, appealed, SECOND_CENTS);
  const limit = await meetLimit(firm.employee, first, log, seed);
  return { firm, claimIds: { partly, appealed }, limit, settlementId: await settleYear(firm, log) };
}

async function creditFamilies({ owner, firmId, employee }: Firm, log: TourLog): Promise<void> {
  const { items } = await owner.get<{ items: readonly { planId: string }[] }>(`/api/benefits/plans?firmId=${firmId}`);
  const body = { amountCents: FAMILY_CREDIT_CENTS, letter: 'f-bis', validUntil: addDays(today(), 365) };
  await log.step('impresa', 'accredita a ciascuno per le spese dei figli (lettera f-bis)', () => owner.post(`/api/benefits/plans/${items[0]!.planId}/credit-runs`, body), FAMILY_CREDIT_CENTS);
  await until('credit of both letters', () => employee.get<Account>(MINE), ({ lots }) => lots.length === 2);
}

async function declareChild(employee: ApiClient, log: TourLog, seed: number): Promise<string> {
  const child = { name: 'Nina', surname: 'Prova' };
  const fiscalCode = fiscalCodeOf({ ...child, year: Number(CHILD_BORN_ON.slice(2, 4)), month: 2, day: 1, place: `H${100 + (seed % 899)}` });
  const body = { relation: 'child', ...child, fiscalCode, birthDate: CHILD_BORN_ON, dependent: false, cohabiting: true, from: CHILD_BORN_ON, declarationAccepted: true };
  await log.step('dipendente', 'dichiara una figlia', () => employee.post('/api/companies/people/me/family-members', body));
  return fiscalCode;
}

async function appointValidators(url: string, operator: ApiClient, log: TourLog, world: Invented): Promise<readonly [ApiClient, ApiClient]> {
  const appoint = async (name: string): Promise<ApiClient> => {
    const validator = await signUp(url, 'validatore', `${name}-${world.owner}`, 'una-password-di-prova');
    const { personId } = await validator.get<{ personId: string }>('/api/identity/sessions/current');
    await operator.post('/api/benefits/claims-validators', { personId });
    await untilRole(validator, 'claims-validator');
    return validator;
  };
  return log.step('operatore', 'nomina due persone che esaminano i rimborsi', async () => [await appoint('prima'), await appoint('seconda')] as const);
}

/** What another employer gave leaves little of the threshold: one euro above it would make all of the year taxable. */
async function meetLimit(employee: ApiClient, validator: ApiClient, log: TourLog, seed: number): Promise<BenefitsEnd['limit']> {
  const { threshold } = await employee.get<Account>(MINE);
  const externalCents = threshold.thresholdCents - LEFT_CENTS;
  await log.step('dipendente', 'dichiara quanto ha avuto da un altro datore di lavoro', () =>
    employee.post(`${MINE}/year-declarations`, { taxYear: threshold.year, externalCents, childFiscalCodes: [], declarationAccepted: true }), externalCents);
  const refusal = await log.step('dipendente', 'chiede una bolletta che passerebbe la soglia dell’anno: respinta, nulla è perso', async () => {
    const { problem } = await employee.refused(send(employee, homeBill({ askedCents: BILL_CENTS, number: `3/${seed}` }), `bolletta ${seed}`));
    return (problem.errors as readonly { code: string }[] | undefined)?.[0]?.code ?? String(problem.code);
  }, BILL_CENTS);
  const bill = await log.step('dipendente', 'la chiede fino alla soglia', () => send(employee, homeBill({ askedCents: LEFT_CENTS, number: `4/${seed}` }), `bolletta ridotta ${seed}`), LEFT_CENTS);
  await log.step('validatore', 'approva: la soglia è raggiunta e non superata', () => approve(validator, employee, bill, LEFT_CENTS), LEFT_CENTS);
  return { refusal };
}

/** The last tax year that is over: until 12 January what is paid may still belong to the one before. */
function lastYearOver(): number {
  const [year, month, day] = today().split('-').map(Number) as [number, number, number];
  return month === 1 && day <= 12 ? year - 2 : year - 1;
}

async function settleYear({ owner, firmId }: Firm, log: TourLog): Promise<string> {
  const taxYear = lastYearOver();
  const { settlementId } = await log.step('impresa', `chiude l’anno fiscale ${taxYear} di tutti i conti`, () => owner.post<{ settlementId: string }>('/api/benefits/year-settlements', { firmId, taxYear }));
  return settlementId;
}

