import type { QuestionCounts } from '../read-surveys/survey.view';
import { letterNote, planNotes, serviceOn, servicesFor, thresholdIn, type RuleNote } from './plan-rules.table';

export type Residue = 'carry-over' | 'pension-fund' | 'extinguish';

/** Whose answers a survey is read as, and their counts. */
export interface Reading {
  readonly scope: string;
  readonly answers: number;
  readonly questions: readonly QuestionCounts[];
}

export interface PlanDraftFacts {
  /** The day in Rome whose rules are taken. */
  readonly day: string;
  readonly employeesCount: number;
  readonly perPersonCents: number;
  /** Objective groups that the plan is for; none is everybody. */
  readonly categories: readonly string[];
  readonly residue: Residue;
  /** Missing where the answers are too few to be read. */
  readonly reading?: Reading;
}

export interface PlanDraftLine {
  readonly serviceCode: string;
  readonly name: string;
  readonly taxLetter: string;
  /** Why it is suggested, in Italian. */
  readonly reason: string;
  /** Answers that ask for it. */
  readonly count: number;
  /** Of the letter by default, and of the letter itself. */
  readonly notes: readonly RuleNote[];
}

export interface PlanDraft {
  /** Whose answers it rests on, in Italian. */
  readonly source: string;
  readonly lines: readonly PlanDraftLine[];
  readonly notes: readonly RuleNote[];
  /** For a plan for everybody: all employees together. */
  readonly totalCents?: number;
}

const SOURCES: Readonly<Record<string, (answers: number) => string>> = {
  firm: (answers) => `La bozza si basa su ${answers} risposte di questa impresa.`,
  network: (answers) => `La bozza si basa su ${answers} risposte di più imprese della rete: quelle di questa impresa erano meno di cinque.`,
  association: (answers) => `La bozza si basa su ${answers} risposte di più imprese dell’associazione: quelle di questa impresa erano meno di cinque.`,
  comune: (answers) => `La bozza si basa su ${answers} risposte di più imprese del Comune: quelle di questa impresa erano meno di cinque.`,
};
const NO_SOURCE = 'La bozza non si basa su risposte: sono troppo poche per leggerle, o il questionario è ancora aperto.';

/** A draft of a firm's plan: services in the order of how many ask for them, each with why and with what the rules say of its tax. */
export function draftPlan(facts: PlanDraftFacts): PlanDraft {
  const { day, employeesCount, perPersonCents, categories, residue, reading } = facts;
  const lines = reading === undefined ? [] : linesOf(reading, day);
  const cases = [residue, ...(employeesCount === 1 ? ['single-employee'] : [])];
  return {
    source: reading === undefined ? NO_SOURCE : SOURCES[reading.scope]!(reading.answers),
    lines,
    notes: [...planNotes(cases, day), ...(lines.some(({ taxLetter }) => taxLetter === 'c.3') ? thresholdNotes(perPersonCents, day) : [])],
    ...(categories.length === 0 ? { totalCents: employeesCount * perPersonCents } : {}),
  };
}

function linesOf({ answers, questions }: Reading, day: string): readonly PlanDraftLine[] {
  const asked = questions.flatMap(({ code, choices }) => choices.map((choice) => ({ ...choice, question: code })));
  const byNeed = asked.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return byNeed.flatMap(({ question, code, text, count }) =>
    servicesFor(question, code, day).flatMap((serviceCode) => {
      const service = serviceOn(serviceCode, day);
      if (!service) return [];
      const { name, taxLetter, validFrom, validTo, norm, confidence } = service;
      const byDefault: RuleNote = { text: `Di solito conta nella lettera ${taxLetter}.`, validFrom, validTo, norm, confidence };
      const ofLetter = letterNote(taxLetter, day);
      return [{ serviceCode, name, taxLetter, count, reason: reasonOf(count, answers, text), notes: [byDefault, ...(ofLetter ? [ofLetter] : [])] }];
    }),
  );
}

const reasonOf = (count: number, answers: number, text: string): string => `${count} di ${answers} risposte ${count === 1 ? 'dice' : 'dicono'} «${text}».`;

const euros = (cents: number): string => new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' }).format(cents / 100);

/** What art. 51 c.3 exempts in the year of the draft, and whether the amount a head may go over it. */
function thresholdNotes(perPersonCents: number, day: string): readonly RuleNote[] {
  const row = thresholdIn(Number(day.slice(0, 4)));
  if (!row) return [];
  const { baseCents, withDependentChildCents, validFrom, validTo, norm, confidence } = row;
  const text = `Soglia della lettera c.3 in quest’anno: ${euros(baseCents)}, ${euros(withDependentChildCents)} con figli a carico.`;
  const over = perPersonCents > baseCents ? ' L’importo a testa la supera: speso tutto in questi servizi sarebbe imponibile per intero.' : '';
  return [{ text: `${text}${over}`, validFrom: `${validFrom}-01-01`, validTo: validTo === null ? null : `${validTo}-12-31`, norm, confidence }];
}
