import type { DraftPlanDto, PlanDetailView } from '../api/views';
import { fieldDate } from '../format/dates';
import { centsOf } from '../format/money';
import { amountOf, NOTHING_GIVEN, type GivenAmount } from './given-amount';

export const LETTERS = ['c.3', 'f', 'd-bis', 'f-bis', 'f-ter', 'h', 'a'] as const;
export const RESIDUES = ['zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund'] as const;
export const PRACTICES = ['payerMustBeEmployee', 'currentYearOnly', 'noCash', 'dependentOnly'] as const;

type Letter = (typeof LETTERS)[number];
/** A form's field can't have a full stop in its name. */
type LetterField = 'c_3' | Exclude<Letter, 'c.3'>;
export const fieldOf = (letter: Letter): LetterField => (letter === 'c.3' ? 'c_3' : letter);

/** What the form of a draft holds, as somebody types it. */
export interface DraftValues {
  readonly validFrom: string;
  readonly validTo: string;
  readonly period: 'year' | 'month';
  readonly groups: readonly ({ readonly category: string } & GivenAmount)[];
  readonly everybody: GivenAmount;
  readonly letters: Readonly<Record<LetterField, boolean>>;
  readonly residue: (typeof RESIDUES)[number];
  readonly earmarkLetter: Letter;
  readonly earmarkDays: string;
  readonly runOutDays: string;
  readonly practice: Readonly<Record<(typeof PRACTICES)[number], boolean>>;
  readonly twoPersons: string;
  readonly text: string;
}

const typed = (cents: number | undefined): string => (cents === undefined ? '' : `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`);

/** Hours as a field takes them: `10:30`. */
const typedHours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const typedAmount = (group: PlanDetailView['versions'][number]['groups'][number] | undefined): GivenAmount =>
  group?.minutes === undefined ? { ...NOTHING_GIVEN, amount: typed(group?.amountCents) } : { ...NOTHING_GIVEN, unit: 'HOUR', hours: typedHours(group.minutes), hourValue: typed(group.hourCents) };

/** Begins with the draft there is, else with the last version. */
export function startOf({ draft, versions }: PlanDetailView): DraftValues {
  const before = draft ?? versions.at(-1);
  const today = fieldDate(new Date());
  const groups = before?.groups ?? [];
  return {
    validFrom: draft?.validFrom ?? today,
    validTo: before?.validTo ?? `${today.slice(0, 4)}-12-31`,
    period: before?.period ?? 'year',
    groups: groups.flatMap((group) => (group.category === undefined ? [] : [{ category: group.category, ...typedAmount(group) }])),
    everybody: typedAmount(groups.find(({ category }) => category === undefined)),
    letters: Object.fromEntries(LETTERS.map((letter) => [fieldOf(letter), before?.letters.includes(letter) ?? letter === 'c.3'])) as DraftValues['letters'],
    residue: before?.residue.policy ?? 'zero',
    earmarkLetter: (before?.residue.letters?.[0] as Letter | undefined) ?? 'f-bis',
    earmarkDays: String(before?.residue.days ?? 90),
    runOutDays: String(before?.runOutDays ?? 60),
    practice: Object.fromEntries(PRACTICES.map((one) => [one, before?.practice[one] ?? false])) as DraftValues['practice'],
    twoPersons: typed(before?.practice.twoPersonsFromCents),
    text: draft?.text ?? versions.at(-1)?.text ?? '',
  };
}

/** What the API takes of it. */
export function draftOf({ groups, everybody, letters, residue, earmarkLetter, earmarkDays, runOutDays, practice, twoPersons, ...rest }: DraftValues): DraftPlanDto {
  const isForAll = everybody.unit === 'HOUR' || everybody.amount !== '';
  const from = centsOf(twoPersons);
  return {
    ...rest,
    groups: [...groups.map(({ category, ...given }) => ({ category, ...amountOf(given) })), ...(isForAll ? [amountOf(everybody)] : [])],
    letters: LETTERS.filter((letter) => letters[fieldOf(letter)]),
    residue: residue === 'earmark' ? { policy: residue, letters: [earmarkLetter], days: Number(earmarkDays) } : { policy: residue },
    runOutDays: Number(runOutDays),
    practice: { ...Object.fromEntries(PRACTICES.filter((one) => practice[one]).map((one) => [one, true])), ...(from === undefined ? {} : { twoPersonsFromCents: from }) },
  };
}
