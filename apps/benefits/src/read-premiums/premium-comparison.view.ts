import { formatEuro, romeDate, type Cents } from '@salvatempo/kernel';
import { CONFIDENCE_WORDS } from '../domain/confidence';
import { capLeftOf, comparisonOf, type NotFavoured, type OfferedPremium } from '../domain/premium';
import type { PremiumRuleRow, PremiumTermsRow } from '../premium-rules/premium-rules.table';
import type { PremiumComparisonView } from './premium.view';

const WHY: Readonly<Record<NotFavoured, string>> = {
  contract: 'L’accordo non ha tutte le condizioni (premi variabili e misurabili, deposito in tempo): il premio è retribuzione ordinaria.',
  income: 'Il reddito da lavoro dell’anno prima supera il limite: il premio è retribuzione ordinaria.',
  waived: 'C’è la rinuncia scritta all’imposta sostitutiva: la parte in denaro è tassata in modo ordinario.',
};

const percent = (basisPoints: number): string => `${(basisPoints / 100).toLocaleString('it-IT', { maximumFractionDigits: 2 })}%`;
const years = ({ validFrom, validTo }: { readonly validFrom: number; readonly validTo: number | null }): string => (validTo === null ? `dal ${validFrom}` : validFrom === validTo ? String(validFrom) : `${validFrom}-${validTo}`);

/** A comparison that says by which rows it was reckoned; the tables may have been corrected since, the figures are those of the offer. */
export function explainedComparison(convertedCents: Cents, offered: OfferedPremium, why: NotFavoured | undefined, rule: PremiumRuleRow | undefined, terms: PremiumTermsRow | undefined): PremiumComparisonView {
  const comparison = comparisonOf(convertedCents, offered.favoured ? offered : { ...offered, taxBasisPoints: 0 });
  return { convertedCents, otherEmployersCents: offered.otherEmployersCents ?? 0, capLeftCents: capLeftOf(offered), ...comparison, explanation: [...byRows(offered, rule, terms), ...overEmployers(offered), ...(why ? [WHY[why]] : []), ...toKnow(convertedCents, offered, comparison.rest)] };
}

const byRows = ({ year, taxBasisPoints, capCents, contributionsBasisPoints }: OfferedPremium, rule: PremiumRuleRow | undefined, terms: PremiumTermsRow | undefined): readonly string[] => [
  `Anno ${year}: imposta sostitutiva ${percent(taxBasisPoints)} fino a ${formatEuro(capCents)} lordi, fra denaro e welfare${rule ? ` (tabella pdr-rule, riga ${years(rule)}; ${rule.norm}; fonte ${CONFIDENCE_WORDS[rule.confidence]}). Limite di reddito da lavoro dell’anno prima: ${formatEuro(rule.incomeLimitCents)}` : ''}.`,
  `Contributi a carico di chi lavora: ${percent(contributionsBasisPoints)}${terms ? ` (tabella premium-terms, riga ${years(terms)}; fonte ${CONFIDENCE_WORDS[terms.confidence]})` : ''}, tolti prima dell’imposta; ogni importo arrotondato al centesimo, a metà per eccesso.`,
];

const overEmployers = ({ otherEmployersCents = 0, ...cap }: OfferedPremium): readonly string[] => [
  'Il massimo e il limite di reddito sono uno per persona, contando tutti i datori di lavoro dell’anno.',
  ...(otherEmployersCents > 0 ? [`Altri datori di lavoro hanno già convertito o pagato con imposta sostitutiva ${formatEuro(otherEmployersCents)}: del massimo restano ${formatEuro(capLeftOf({ ...cap, otherEmployersCents }))}; il resto del premio è tassato in modo ordinario.`] : []),
];

const toKnow = (convertedCents: Cents, { creditUntil, favoured }: OfferedPremium, { ordinaryCents }: { readonly ordinaryCents: Cents }): readonly string[] => [
  'Il denaro si spende come si vuole; sui contributi versati matura la pensione.',
  `Il welfare si spende solo per ciò che la sua lettera ammette, fino al ${romeDate(creditUntil).split('-').reverse().join('/')}, e non torna denaro; senza contributi, non conta per la pensione.`,
  ...(ordinaryCents > 0 ? [`${formatEuro(ordinaryCents)} lordi sono tassati in modo ordinario: quanto resta dipende dal reddito di tutto l’anno.`] : []),
  ...(favoured || convertedCents === 0 ? [] : ['Nella colonna del denaro manca l’imposta ordinaria, che dipende dal reddito di tutto l’anno.']),
];
