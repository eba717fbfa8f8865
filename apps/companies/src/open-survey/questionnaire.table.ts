import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/needs-surveys.json';

export interface Question {
  readonly code: string;
  /** `one` takes exactly one choice, `many` at least one. */
  readonly kind: 'one' | 'many';
  readonly text: string;
  readonly choices: readonly { readonly code: string; readonly text: string }[];
}

/** The questions of a survey: closed answers only, so that nobody can be known by what they wrote. */
export interface Questionnaire extends DatedRow {
  readonly code: string;
  readonly version: string;
  readonly questions: readonly Question[];
}

const rows = table.rows as readonly Questionnaire[];
const rules = new DatedRules<string, Questionnaire>('needs-surveys', rows, ({ code }) => code);

/** The questions in force on a day in Rome, from `docs/rules/needs-surveys.json`; undefined where there are none. */
export const questionnaireOn = (date: string): Questionnaire | undefined => rules.at('needs', date);

/** The questions of a version that a survey was opened with, whatever is asked today. Throws Error for a version that never was. */
export function questionnaireOf(version: string): Questionnaire {
  const found = rows.find((row) => row.version === version);
  if (!found) throw new Error(`docs/rules/needs-surveys.json has no version ${version}`);
  return found;
}
