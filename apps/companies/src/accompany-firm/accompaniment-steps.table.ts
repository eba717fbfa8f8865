import { addDays, DatedRules, type DatedRow } from '@salvatempo/kernel';
import table from '../../../../docs/rules/accompaniment-steps.json';

export interface Deliverable {
  readonly code: string;
  readonly title: string;
  /** The deliverable whose day it counts from, with the days. */
  readonly of?: string;
  readonly withinDays?: number;
}

/** A step of a firm's path to its plan. */
export interface AccompanimentStep extends DatedRow {
  readonly code: string;
  readonly title: string;
  /** Steps that must be done before it is begun. */
  readonly after: readonly string[];
  readonly deliverables: readonly Deliverable[];
}

const rows: readonly AccompanimentStep[] = table.rows;
const rules = new DatedRules<string, AccompanimentStep>('accompaniment-steps', rows, ({ code }) => code);

/** Codes of all steps, in their order. */
export const STEPS: readonly string[] = [...new Set(rows.map(({ code }) => code))];
export const DELIVERABLES: readonly string[] = [...new Set(rows.flatMap(({ deliverables }) => deliverables.map(({ code }) => code)))];

/** A step as it is on a day in Rome, from `docs/rules/accompaniment-steps.json`; undefined where there is none of this code. */
export const stepOn = (code: string, day: string): AccompanimentStep | undefined => rules.at(code, day);

/** The last day on which a deliverable is in time, where it has one that is known: `handedIn` are days by the deliverable's code. */
export function dueOn({ of, withinDays }: Deliverable, handedIn: Readonly<Record<string, string>>): string | undefined {
  const from = of === undefined ? undefined : handedIn[of];
  return from === undefined || withinDays === undefined ? undefined : addDays(from, withinDays);
}
