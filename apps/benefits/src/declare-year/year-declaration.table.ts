import { ProblemError } from '@salvatempo/http';
import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/declarations.json';

const CODE = 'fringe-threshold';
const rules = new DatedRules<string, (typeof table.rows)[number]>('declarations', table.rows, ({ code }) => code);

/** The version of the text that somebody accepts today, who may have named it. Throws ProblemError `declaration-outdated` for another than the one in force. */
export function acceptedVersion(today: string, named: string | undefined): string {
  const version = rules.at(CODE, today)?.version;
  if (version === undefined || (named ?? version) !== version) throw new ProblemError('declaration-outdated');
  return version;
}
