import { creditHeld, creditRefused, fillText, problems, type DataOf } from '@salvatempo/contracts';
import { decide, evolve, formatEuro, formatHours, romeDate, type Aggregate, type Cents, type Instant } from '@salvatempo/kernel';
import { account, THRESHOLD_LETTER, type Account, type LotShare } from '../domain/account';
import { spendableOn } from '../domain/choose-lots';
import { expiredCredit } from '../domain/released-credit';
import { BY_DEFAULT, crossingOf, type AboveThreshold, type Crossing } from '../domain/threshold-consent';
import { holdCreditSlice, type HoldCredit } from '../hold-credit/hold-credit.decider';
import { releaseCreditSlice } from '../hold-credit/release-credit.decider';
import type { ThresholdView } from '../read-accounts/account.view';
import { thresholdView } from '../read-accounts/threshold.view';
import type { ThresholdRules } from '../threshold-rules/threshold-rules.table';

/** Names a purchase that will never be, and a time at which it would still be held. */
const NEVER = { purchaseId: 'pur_00000000000000000000000000', expiresAt: '9999-12-31T00:00:00.000Z' };
const holding: Aggregate<Account> = { ...account, slices: [holdCreditSlice, releaseCreditSlice] };

export type Purchase = Pick<HoldCredit, 'amountCents' | 'minutes' | 'letter' | 'benefitValueCents' | 'taxYear' | 'suspendedLotIds'>;

export interface PayingLot extends LotShare {
  readonly validUntil: Instant;
}

export interface Simulation {
  readonly allowed: boolean;
  readonly refusal?: { readonly code: string; readonly detail: string; readonly detailEn: string };
  /** There where the person would have to agree to it: up to what, and `after` and `lots` are as if they did. */
  readonly consent?: Crossing;
  readonly lots: readonly PayingLot[];
  /** Credit that may be spent on the letter, as it stands and as it would. Euro cents; what waits for the firm's transfer is in neither. */
  readonly creditBeforeCents: Cents;
  readonly creditAfterCents: Cents;
  /** Of the purchase's tax year, as it stands and as it would. */
  readonly before?: ThresholdView;
  readonly after?: ThresholdView;
  /** Sentences in Italian: which lots, which row, which norm, how much is left. */
  readonly explanation: readonly string[];
}

/**
 * What a purchase would meet, decided by the very rule that decides purchases, on the account as it stands; nothing is set aside,
 * so that another purchase may come between this answer and the real one. Where the person would have to agree to go above the
 * threshold, it says to what, and how things would stand if they did.
 */
export function simulate(from: Account, purchase: Purchase, at: Instant, rules: ThresholdRules, aboveThreshold: AboveThreshold = BY_DEFAULT): Simulation {
  const { state } = expiredCredit(from, from.accountId, at);
  const thresholds = rules.of(purchase.taxYear);
  const data = { ...purchase, ...NEVER, accountId: state.accountId, aboveThreshold, ...(thresholds && { thresholds }) };
  const first = tried(state, data, at);
  const needsConsent = first.refused?.code === CONSENT_NEEDED;
  const consent = needsConsent ? crossingOf(state, purchase.taxYear, purchase.benefitValueCents, thresholds!)! : undefined;
  const { refused, held, then } = consent ? tried(state, { ...data, thresholdConsentCents: consent.taxableCents }, at) : first;
  const why = refused ?? (consent && first.refused);
  const after = thresholdView(then, purchase.taxYear, rules);
  const before = thresholdView(state, purchase.taxYear, rules);
  const refusal = why && refusalOf(why);
  const lots = held ? lotsOf(state, held) : [];
  const creditOf = (of: Account): Cents => spendableOn({ ...of, lots: of.lots.filter(({ lotId }) => !purchase.suspendedLotIds?.includes(lotId)) }, purchase.letter, at);
  return {
    allowed: !refusal,
    ...(refusal && { refusal }),
    ...(consent && held && { consent }),
    lots,
    creditBeforeCents: creditOf(state),
    creditAfterCents: creditOf(then),
    ...(before && { before }),
    ...(after && { after }),
    explanation: [...(refusal ? [refusal.detail] : []), ...lots.map(lotText), ...(consent && held ? consentText(consent) : yearText(purchase, after))],
  };
}

const CONSENT_NEEDED = 'threshold-consent-needed';

interface Tried {
  readonly refused?: DataOf<typeof creditRefused>;
  readonly held?: DataOf<typeof creditHeld>;
  readonly then: Account;
}

function tried(state: Account, data: HoldCredit, at: Instant): Tried {
  const decision = decide(holding, { type: holdCreditSlice.command, data }, state, { id: state.accountId, at });
  const events = decision.ok ? decision.events : [];
  const then = events.reduce((so, event) => evolve(holding, so, event), state);
  const last = events.at(-1)!;
  return last.type === creditRefused.type ? { refused: last.data as DataOf<typeof creditRefused>, then } : { held: last.data as DataOf<typeof creditHeld>, then };
}

/** What agreeing would mean, in euro. */
const consentText = ({ taxYear, thresholdCents, taxableCents, externalCents }: Crossing): readonly string[] => [
  `Oltre la soglia ${taxYear} (${formatEuro(thresholdCents)}) diventano imponibili tutti i ${formatEuro(taxableCents)} ricevuti nell’anno da questa impresa, non solo la parte che la supera: tasse e contributi si trattengono in busta paga.`,
  ...(externalCents > 0 ? [`Diventano imponibili anche i ${formatEuro(externalCents)} dichiarati di altri datori di lavoro.`] : []),
];

function refusalOf({ code, params }: DataOf<typeof creditRefused>): NonNullable<Simulation['refusal']> {
  const text = problems[code];
  return { code, detail: text ? fillText(text.it, params) : code, detailEn: text ? fillText(text.en, params) : code };
}

const lotsOf = (state: Account, { lots }: DataOf<typeof creditHeld>): readonly PayingLot[] =>
  lots.map((share) => ({ ...share, validUntil: state.lots.find(({ lotId }) => lotId === share.lotId)!.validUntil }));

const dayText = (instant: Instant): string => romeDate(instant).split('-').reverse().join('/');

const lotText = ({ amountCents, minutes, validUntil }: PayingLot): string => `Si usano ${minutes === undefined ? formatEuro(amountCents) : `${formatHours(minutes)} di servizio`} del credito che scade il ${dayText(validUntil)}.`;

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
