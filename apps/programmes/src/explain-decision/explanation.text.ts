import type { AidFacts, CallTerms, DecisionFacts, Points, Ranked, RankingTerms } from '@salvatempo/contracts';
import { formatEuro, romeDate } from '@salvatempo/kernel';
import { ELIGIBILITY_CODES, headcountOf, isAdmittedBy, type EligibilityCode } from '../domain/eligibility';

/** One thing that a decision looked at: whether it spoke for the firm, and what was asked and found, in Italian. */
export interface Reason {
  /** The code of the refusal that it would be. */
  readonly code: string;
  readonly holds: boolean;
  readonly detail: string;
}

const day = (instant: string): string => romeDate(instant).split('-').reverse().join('/');
const yesNo = (yes: boolean): string => (yes ? 'sì' : 'no');
const list = (items: readonly string[] | undefined, none: string): string => (items && items.length > 0 ? items.join(', ') : none);

const DETAILS: Readonly<Record<EligibilityCode, (facts: DecisionFacts, terms: CallTerms) => string>> = {
  'call-not-open-yet': ({ requestedAt }, { opensAt }) => `Domanda presentata il ${day(requestedAt)}; il bando apre il ${day(opensAt)}.`,
  'call-closed': ({ requestedAt }, { closesAt }) => `Domanda presentata il ${day(requestedAt)}; il bando chiude il ${day(closesAt)}.`,
  'headcount-too-high': (facts, terms) =>
    `${terms.headcountBasis === 'employees' ? 'Dipendenti dichiarati' : 'Persone occupate dichiarate'}: ${headcountOf(facts, terms)}; il bando ne ammette al massimo ${terms.maxHeadcount}.`,
  'sector-not-eligible': ({ sector, artisan }, { eligibleSectors, artisansAdmitted }) =>
    `Settore ATECO: ${sector ?? 'non noto'}; iscrizione all’Albo artigiani: ${yesNo(artisan)}. Il bando ammette: ${list([...(eligibleSectors ?? []), ...(artisansAdmitted ? ['imprese artigiane'] : [])], 'ogni settore')}.`,
  'municipality-not-eligible': ({ municipality }, { eligibleMunicipalities }) => `Comune della sede (codice catastale): ${municipality ?? 'non noto'}. Il bando ammette: ${list(eligibleMunicipalities, 'ogni Comune')}.`,
  'membership-missing': ({ memberships }, { requiredMemberships }) => `Adesioni dichiarate: ${list(memberships, 'nessuna')}. Il bando chiede almeno una tra: ${list(requiredMemberships, 'nessuna')}.`,
  'double-funding': ({ otherFunding }, { noDoubleFunding }) => `Altri fondi pubblici per la stessa spesa: ${yesNo(otherFunding)}; il bando ${noDoubleFunding ? 'non li' : 'li'} ammette.`,
  'declaration-expired': ({ declaredAt }, { declarationDays }) =>
    `Dichiarazione dell’impresa: ${declaredAt === undefined ? 'data non nota' : `del ${day(declaredAt)}`}; per il bando vale ${declarationDays === undefined ? 'senza scadenza' : `${declarationDays} giorni`}.`,
};

/** Why a decision was as it was: everything that it looked at, what spoke against the firm as well as what spoke for it. */
export function explanationOf(facts: DecisionFacts, terms: CallTerms): readonly Reason[] {
  const { askedCents, freeCents, place, aid, points, ranked } = facts;
  const wantedCents = aid?.heldCents ?? askedCents;
  const { ranking } = terms;
  return [
    ...ELIGIBILITY_CODES.map((code) => ({ code, holds: isAdmittedBy(code, facts, terms), detail: DETAILS[code](facts, terms) })),
    ...(aid ? [aidReason(aid)] : []),
    ...(ranking && points ? criteriaReasons(ranking, points) : []),
    ...(ranking && points && ranked ? [placeReason(ranking, points, ranked, wantedCents)] : []),
    ...(ranking ? [] : [{
      code: 'budget-exhausted',
      holds: wantedCents <= freeCents,
      detail: `Chiesti ${formatEuro(wantedCents)}; liberi ${formatEuro(freeCents)} quando è toccato a questa domanda, la n. ${place}.`,
    }]),
  ];
}

/** Each criterion of the points table, those without points too. */
const criteriaReasons = ({ criteria }: RankingTerms, { gained }: Points): readonly Reason[] =>
  criteria.map(({ code, text, points }) => {
    const holds = gained.includes(code);
    return { code, holds, detail: `${text}: ${holds ? points : 0} punti su ${points}.` };
  });

/** The place in the ranking, with the version of the points table and what decided between equal points. */
function placeReason({ version }: RankingTerms, { total }: Points, { place, of, freeCents }: Ranked, wantedCents: number): Reason {
  return {
    code: 'ranked-not-funded',
    holds: wantedCents <= freeCents,
    detail: `Posto ${place} di ${of} con ${total} punti (tabella dei punti ${version}); a parità di punti viene prima l’impronta SHA-256 minore di seme e domanda. Chiesti ${formatEuro(wantedCents)}; liberi ${formatEuro(freeCents)} quando è toccato a questo posto.`,
  };
}

/** What the register of the single undertaking said, with the version of the rule. */
function aidReason({ rule, askedCents, usedCents, heldCents }: AidFacts): Reason {
  const { ceilingCents, window, years, version } = rule;
  const when = window === 'rolling-years' ? `negli ultimi ${years} anni` : `in questo esercizio e nei ${years - 1} precedenti`;
  const given = heldCents === askedCents ? 'ammessi per intero' : heldCents > 0 ? `ridotti a ${formatEuro(heldCents)}` : 'non ammessi';
  return {
    code: 'de-minimis-exceeded',
    holds: heldCents > 0,
    detail: `Aiuti de minimis dell’impresa unica ${when}: ${formatEuro(usedCents)} su ${formatEuro(ceilingCents)} (tabella ${version}). Chiesti ${formatEuro(askedCents)}: ${given}.`,
  };
}
