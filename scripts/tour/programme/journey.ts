import type { ApiClient } from '../api-client';
import { euro } from '../euro';
import { invent } from '../invented';
import { apply, creditEverybody, offerOf, openCall, type JourneyEnd } from '../journey';
import { firmJoins, type Cooperative, type Firm } from '../people';
import { buy, completeWork, type Bought } from '../purchases';
import type { TourLog } from '../tour-log';
import { ownerBuys, type OwnerPurchaseEnd } from './owner';
import { makeRanking, openRanking, type RankingEnd } from './ranking';
import { surveyPeople, type PlanDraftEnd, type SurveyEnd } from './survey';

export interface ProgrammeEnd {
  readonly callId: string;
  /** How the firm that had too much aid was answered. */
  readonly refusal: string;
  readonly ranking: RankingEnd;
  readonly survey: SurveyEnd;
  readonly planDraft: PlanDraftEnd;
  readonly ownerPurchase: OwnerPurchaseEnd;
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
  const aid = { aidRegime: 'de-minimis-2831', onAidExcess: 'refuse', cup: CUP };
  const callId = await openCall(operator, log, 'apre un bando con CUP, in regime de minimis', `Tempo per te, de minimis (${world.firmName})`, aid);
  const refusal = await refuseTooMuchAid(first, log, callId);
  await apply(firm, log, callId);
  const open = await openRanking(operator, log, [first, firm], world.firmName);
  const bought = await buy(firm.employee, log, await offerOf(firm.employee, cooperative.providerId), 'compra con il nuovo bando');
  await redeem(firm, cooperative, log, bought);
  const { survey, planDraft } = await surveyPeople(url, firm, log);
  const ranking = await makeRanking(operator, log, open);
  // Last, and with a call of its own: what is reckoned of the others stays as it was.
  const [person] = invent((seed + OTHER_WORLD + 1) >>> 0).employees;
  return { callId, refusal, survey, planDraft, ranking, ownerPurchase: await ownerBuys(operator, firm, cooperative, log, person!, world.firmName) };
}

/** The firm of the first part has had nearly all that it may have in three years. */
async function refuseTooMuchAid({ owner, firmId }: Firm, log: TourLog, callId: string): Promise<string> {
  const items = [{ regime: 'de-minimis-2831', amountCents: EARLIER_AID_CENTS, grantedOn: day(-100) }];
  await log.step('impresa', `la prima impresa dichiara aiuti de minimis per ${euro(EARLIER_AID_CENTS)}`, () => owner.post(`/api/programmes/firms/${firmId}/aid`, { items }));
  const answer = await log.step('impresa', 'fa domanda: oltre il massimale, respinta per intero, nulla è riservato', () => owner.post<Allotment>(`/api/programmes/calls/${callId}/applications`, { firmId }));
  return answer.refusal?.code ?? answer.status;
}

async function redeem({ employee, employeeFiscalCode }: Firm, { manager, providerId }: Cooperative, log: TourLog, bought: Bought): Promise<void> {
  await log.step('cooperativa', 'ritira il voucher e segna il lavoro fatto', async () => {
    const { code } = await employee.get<{ code: string }>(`/api/vouchers/${bought.voucherId}`);
    await manager.post('/api/vouchers/redemptions', { code, holderFiscalCode: employeeFiscalCode });
    await completeWork(employee, manager, providerId, bought);
  });
}
