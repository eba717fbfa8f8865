import type { ApiClient } from '../api-client';
import { euro } from '../euro';
import { invent } from '../invented';
import { apply, creditEverybody, offerOf, type JourneyEnd } from '../journey';
import { until } from '../patience';
import { firmJoins, type Cooperative, type Firm } from '../people';
import { buy, untilStatus, type Bought } from '../purchases';
import type { TourLog } from '../tour-log';
import { makeRanking, openRanking, type RankingEnd } from './ranking';
import { surveyPeople, type SurveyEnd } from './survey';

export interface ProgrammeEnd {
  readonly callId: string;
  /** How the firm that had too much aid was answered. */
  readonly refusal: string;
  readonly ranking: RankingEnd;
  readonly survey: SurveyEnd;
}

interface Allotment {
  readonly status: string;
  readonly refusal?: { readonly code: string };
}

const CUP = 'E61B26000010007';
const DAY_MS = 86_400_000;
/** In the calendar of Rome. */
const day = (fromToday: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(Date.now() + fromToday * DAY_MS);
/** 500 euros below the ceiling of three years (docs/rules). */
const EARLIER_AID_CENTS = 29_950_000;
/** Far from any other seed that somebody would give. */
const OTHER_WORLD = 1_000_003;

/** The second part: a call that is de minimis aid, from a grant and a refusal to what can be reported; a ranked one; and a survey. */
export async function walkProgramme(url: string, operator: ApiClient, log: TourLog, seed: number, { firm: first, cooperative }: JourneyEnd): Promise<ProgrammeEnd> {
  const world = invent((seed + OTHER_WORLD) >>> 0);
  const firm = await firmJoins(url, log, world);
  await creditEverybody(firm, log, world);
  const callId = await openAidCall(operator, log, world.firmName);
  const refusal = await refuseTooMuchAid(first, log, callId);
  await apply(firm, log, callId);
  const open = await openRanking(operator, log, [first, firm], world.firmName);
  const bought = await buy(firm.employee, log, await offerOf(firm.employee, cooperative.providerId), 'compra con il nuovo bando');
  await complete(firm, cooperative, log, bought);
  const survey = await surveyPeople(url, firm, log);
  return { callId, refusal, survey, ranking: await makeRanking(operator, log, open) };
}

const openAidCall = async (operator: ApiClient, log: TourLog, name: string): Promise<string> => {
  const call = await log.step(
    'operatore',
    'apre un bando con CUP, in regime de minimis',
    () =>
      operator.post<{ callId: string }>('/api/programmes/calls', {
        title: `Tempo per te, de minimis (${name})`,
        incentiveBasisPoints: 7_000,
        firmCapCents: 100_000,
        personCapCents: 50_000,
        budgetCents: 5_000_000,
        maxHeadcount: 3,
        headcountBasis: 'employees',
        eligibleServiceCodes: ['laundry-ironing'],
        opensAt: new Date(Date.now() - 60_000).toISOString(),
        closesAt: new Date(Date.now() + 30 * DAY_MS).toISOString(),
        aidRegime: 'de-minimis-2831',
        onAidExcess: 'refuse',
        cup: CUP,
      }),
    5_000_000,
  );
  return call.callId;
};

/** The firm of the first part has had nearly all that it may have in three years. */
async function refuseTooMuchAid({ owner, firmId }: Firm, log: TourLog, callId: string): Promise<string> {
  const items = [{ regime: 'de-minimis-2831', amountCents: EARLIER_AID_CENTS, grantedOn: day(-100) }];
  await log.step('impresa', `la prima impresa dichiara aiuti de minimis per ${euro(EARLIER_AID_CENTS)}`, () => owner.post(`/api/programmes/firms/${firmId}/aid`, { items }));
  const answer = await log.step('impresa', 'fa domanda: oltre il massimale, respinta per intero, nulla è riservato', () => owner.post<Allotment>(`/api/programmes/calls/${callId}/applications`, { firmId }));
  return answer.refusal?.code ?? answer.status;
}

async function complete({ employee, employeeFiscalCode }: Firm, { manager, providerId }: Cooperative, log: TourLog, bought: Bought): Promise<void> {
  await log.step('cooperativa', 'ritira il voucher e segna il lavoro fatto', async () => {
    const { code } = await employee.get<{ code: string }>(`/api/vouchers/${bought.voucherId}`);
    await manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: employeeFiscalCode });
    type Orders = { items: readonly { orderId: string; purchaseId: string }[] };
    const mine = (order: { purchaseId: string }): boolean => order.purchaseId === bought.purchaseId;
    const { items } = await until('the order', () => manager.get<Orders>(`/api/providers/${providerId}/orders?status=open`), (orders) => orders.items.some(mine));
    await manager.post(`/api/providers/${providerId}/orders/${items.find(mine)!.orderId}/completion`);
    await untilStatus(employee, bought, 'settled');
  });
}
