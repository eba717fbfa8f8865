import { DatedRules, type DatedRow } from '@salvatempo/kernel';
import thresholdTable from '../../../../docs/rules/fringe-threshold.json';
import needTable from '../../../../docs/rules/needs-services.json';
import noteTable from '../../../../docs/rules/plan-notes.json';
import serviceTable from '../../../../docs/rules/service-letters.json';
import letterTable from '../../../../docs/rules/tax-letters.json';

/** What a rule says, by which norm, and how sure we are. */
export interface RuleNote extends DatedRow {
  readonly text: string;
}

const needs = new DatedRules('needs-services', needTable.rows, ({ question, choice }) => `${question}/${choice}`);
const services = new DatedRules('service-letters', serviceTable.rows, ({ serviceCode }) => serviceCode);
const letters = new DatedRules('tax-letters', letterTable.rows, ({ letter }) => letter);
const notes = new DatedRules('plan-notes', noteTable.rows, ({ code }) => code);
const thresholds = new DatedRules<number, (typeof thresholdTable.rows)[number]>('fringe-threshold', thresholdTable.rows, () => 'c.3');

/** Codes of the services that a choice of a survey speaks for on a day in Rome (`docs/rules/needs-services.json`). */
export const servicesFor = (question: string, choice: string, day: string): readonly string[] => needs.at(`${question}/${choice}`, day)?.services ?? [];

/** A service with its letter of TUIR art. 51 by default (`docs/rules/service-letters.json`). */
export const serviceOn = (code: string, day: string) => services.at(code, day);

/** What is said of a letter (`docs/rules/tax-letters.json`). */
export const letterNote = (letter: string, day: string): RuleNote | undefined => letters.at(letter, day);

/** What is said of every plan, and of those that the codes name (`docs/rules/plan-notes.json`). */
export const planNotes = (codes: readonly string[], day: string): readonly RuleNote[] =>
  noteTable.rows.filter((row) => (row.always || codes.includes(row.code)) && notes.at(row.code, day) === row);

/** The threshold of art. 51 c.3 in a tax year (`docs/rules/fringe-threshold.json`). */
export const thresholdIn = (year: number) => thresholds.at('c.3', year);
