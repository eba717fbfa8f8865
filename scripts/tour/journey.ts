import { addDays, instantOf, romeDate } from '@salvatempo/kernel';
import type { ApiClient } from './api-client';
import type { Invented } from './invented';
import { until } from './patience';
import { cooperativeJoins, firmJoins, type Cooperative, type Firm } from './people';
import { buy, finish, type Bought } from './purchases';
import type { TourLog } from './tour-log';

export interface JourneyEnd {
  readonly firm: Firm;
  readonly cooperative: Cooperative;
  readonly callId: string;
  readonly purchases: readonly Bought[];
}

interface Allotment {
  readonly status: string;
  readonly amountCents?: number;
}

const DAY_MS = 86_400_000;

/** The whole journey, as each role, over HTTP. */
export async function walkJourney(url: string, operator: ApiClient, log: TourLog, world: Invented): Promise<JourneyEnd> {
  const firm = await firmJoins(url, log, world);
  await creditEverybody(firm, log, world);
  const callId = await openCall(operator, log, 'apre il bando: 70%, tetto 1.000 € a impresa e 500 € a persona, fino a 3 dipendenti', `Tempo per te (${world.firmName})`);
  await apply(firm, log, callId);
  const cooperative = await cooperativeJoins(url, operator, log, world);
  const offerId = await offerOf(firm.employee, cooperative.providerId);
  const first = await buy(firm.employee, log, offerId, 'compra: il voucher è pronto');
  await finish.redeemed(firm, cooperative, log, first);
  const second = await buy(firm.employee, log, offerId, 'compra di nuovo');
  await finish.cancelled(firm, log, second);
  const third = await buy(firm.employee, log, offerId, 'compra con scadenza fra tre secondi', new Date(Date.now() + 3_000));
  await finish.expired(firm, log, third);
  return { firm, cooperative, callId, purchases: [first, second, third] };
}

export async function creditEverybody({ owner, firmId }: Firm, log: TourLog, world: Invented): Promise<void> {
  const { planId } = await log.step('impresa', 'apre il piano welfare', () =>
    owner.post<{ planId: string }>('/api/benefits/plans', { firmId, title: 'Piano welfare', source: 'REGOLAMENTO_VINCOLANTE' }),
  );
  const validUntil = addDays(romeDate(instantOf(Date.now())), 365);
  await log.step(
    'impresa',
    `accredita ${world.employees.length} dipendenti (lettera c.3)`,
    () => owner.post(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: 10_000, letter: 'c.3', validUntil }),
    10_000,
  );
}

/** Opens a call of 70%, 1,000 euros for a firm, 500 for a person and 50,000 in all, for firms of up to three, unless `changes` say otherwise. */
export async function openCall(operator: ApiClient, log: TourLog, step: string, title: string, changes: { readonly budgetCents?: number } & object = {}): Promise<string> {
  const now = Date.now();
  const terms = {
    title,
    incentiveBasisPoints: 7_000,
    firmCapCents: 100_000,
    personCapCents: 50_000,
    budgetCents: 5_000_000,
    maxHeadcount: 3,
    headcountBasis: 'employees',
    eligibleServiceCodes: ['laundry-ironing'],
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 30 * DAY_MS).toISOString(),
    ...changes,
  };
  const { callId } = await log.step('operatore', step, () => operator.post<{ callId: string }>('/api/programmes/calls', terms), terms.budgetCents);
  return callId;
}

export async function apply({ owner, firmId }: Firm, log: TourLog, callId: string): Promise<void> {
  const granted = await log.step(
    'impresa',
    'fa domanda: la dotazione è riservata',
    () => owner.post<Allotment>(`/api/programmes/calls/${callId}/applications`, { firmId }),
    100_000,
  );
  if (granted.status !== 'granted') throw new Error(`the application is ${JSON.stringify(granted)}`);
}

export async function offerOf(employee: ApiClient, providerId: string): Promise<string> {
  type Offers = { items: readonly { offerId: string }[] };
  const { items } = await until('the offer', () => employee.get<Offers>(`/api/providers/offers?providerId=${providerId}`), ({ items: found }) => found.length === 1);
  return items[0]!.offerId;
}
