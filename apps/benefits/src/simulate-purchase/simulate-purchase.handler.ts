import { creditHeld, creditRefused, fillText, problems, type DataOf } from '@salvatempo/contracts';
import { decide, evolve, formatEuro, romeDate, type Aggregate, type Instant } from '@salvatempo/kernel';
import { account, THRESHOLD_LETTER, type Account, type LotShare } from '../domain/account';
import { expiredCredit } from '../domain/released-credit';
import { holdCreditSlice, type HoldCredit } from '../hold-credit/hold-credit.decider';
import { releaseCreditSlice } from '../hold-credit/release-credit.decider';
import type { ThresholdView } from '../read-accounts/account.view';
import { thresholdView } from '../read-accounts/threshold.view';
import type { ThresholdRules } from '../threshold-rules/threshold-rules.table';

/** Names a purchase that will never be, and a time at which it would still be held. */
const NEVER = { purchaseId: 'pur_00000000000000000000000000', expiresAt: '9999-12-31T00:00:00.000Z' };
const holding: Aggregate<Account> = { ...account, slices: [holdCreditSlice, releaseCreditSlice] };

export type Purchase = Pick<HoldCredit, 'amountCents' | 'letter' | 'benefitValueCents' | 'taxYear' | 'suspendedLotIds'>;

export interface PayingLot extends LotShare {
  readonly validUntil: Instant;
}

export interface Simulation {
  readonly allowed: boolean;
  readonly refusal?: { readonly code: string; readonly detail: string; readonly detailEn: string };
  readonly lots: readonly PayingLot[];
  /** Of the purchase's tax year, as it stands and as it would. */
  readonly before?: ThresholdView;
  readonly after?: ThresholdView;
  /** Sentences in Italian: which lots, which row, which norm, how much is left. */
  readonly explanation: readonly string[];
}

/**
 * What a purchase would meet, decided by the very rule that decides purchases, on the account as it stands; nothing is set aside,
 * so that another purchase may come between this answer and the real one.
 */
export function simulate(from: Account, purchase: Purchase, at: Instant, rules: ThresholdRules): Simulation {
  const { state } = expiredCredit(from, from.accountId, at);
  const thresholds = rules.of(purchase.taxYear);
  const data = { ...purchase, ...NEVER, accountId: state.accountId, ...(thresholds && { thresholds }) };
  const decision = decide(holding, { type: holdCreditSlice.command, data }, state, { id: state.accountId, at });
  const events = decision.ok ? decision.events : [];
  const after = thresholdView(events.reduce((then, event) => evolve(holding, then, event), state), purchase.taxYear, rules);
  const before = thresholdView(state, purchase.taxYear, rules);
  const last = events.at(-1)!;
  const refusal = last.type === creditRefused.type ? refusalOf(last.data as DataOf<typeof creditRefused>) : undefined;
  const lots = refusal ? [] : lotsOf(state, last.data as DataOf<typeof creditHeld>);
  return {
    allowed: !refusal,
    ...(refusal && { refusal }),
    lots,
    ...(before && { before }),
    ...(after && { after }),
    explanation: [...(refusal ? [refusal.detail] : lots.map(lotText)), ...yearText(purchase, after)],
  };
}

function refusalOf({ code, params }: DataOf<typeof creditRefused>): NonNullable<Simulation['refusal']> {
  const text = problems[code];
  return { code, detail: text ? fillText(text.it, params) : code, detailEn: text ? fillText(text.en, params) : code };
}

const lotsOf = (state: Account, { lots }: DataOf<typeof creditHeld>): readonly PayingLot[] =>
  lots.map((share) => ({ ...share, validUntil: state.lots.find(({ lotId }) => lotId === share.lotId)!.validUntil }));

const dayText = (instant: Instant): string => romeDate(instant).split('-').reverse().join('/');

const lotText = ({ amountCents, validUntil }: PayingLot): string => `Si usano ${formatEuro(amountCents)} del credito che scade il ${dayText(validUntil)}.`;

function yearText({ letter, benefitValueCents }: Purchase, after: ThresholdView | undefined): readonly string[] {
  if (letter !== THRESHOLD_LETTER) return [`La lettera ${letter} dell’art. 51 TUIR non consuma la soglia dei fringe benefit.`];
  if (!after) return [];
  const { year, thresholdCents, leftCents, norm, level } = after;
  const near = level === 'near' || level === 'reached' ? ['La soglia è vicina: oltre, l’intero importo dell’anno diventa imponibile.'] : [];
  return [
    `Per la soglia ${year} (${formatEuro(thresholdCents)}, ${norm}) conta l’intero valore del servizio, ${formatEuro(benefitValueCents)}, di tutti i datori di lavoro: restano ${formatEuro(leftCents)}.`,
    ...near,
  ];
}
