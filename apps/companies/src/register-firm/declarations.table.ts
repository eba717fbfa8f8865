import { ProblemError } from '@salvatempo/http';
import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/declarations.json';

/** The text of a declaration in place of an affidavit (DPR 445/2000), as somebody accepted it or will. */
export interface Declaration extends DatedRow {
  readonly code: string;
  readonly version: string;
  readonly text: string;
  /** For how long what was declared may be relied on. */
  readonly validMonths: number;
}

const rules = new DatedRules<string, Declaration>('declarations', table.rows, ({ code }) => code);

/** The text in force on a day in Rome, from `docs/rules/declarations.json`; undefined for a code that has none then. */
export const declarationOn = (code: string, date: string): Declaration | undefined => rules.at(code, date);

/** The version of the text that somebody accepts today, who may have named it. Throws ProblemError `declaration-outdated` for another than the one in force. */
export function acceptedVersion(code: string, today: string, named: string | undefined): string {
  const version = declarationOn(code, today)?.version;
  if (version === undefined || (named ?? version) !== version) throw new ProblemError('declaration-outdated');
  return version;
}
