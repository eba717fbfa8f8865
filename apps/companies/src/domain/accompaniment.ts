import { derivedId } from '@salvatempo/kernel';

/** Who answers for a step: the firm itself, its consultant, an association of employers or a union, or the public office. */
export type StepOwner = 'firm' | 'adviser' | 'association' | 'office';

/** A step that was begun. Days are `YYYY-MM-DD` in Rome. */
export interface BegunStep {
  readonly owner: StepOwner;
  readonly begunOn: string;
  /** When it should be done. */
  readonly dueOn: string;
  /** The day of each deliverable by its code. */
  readonly handedIn: Readonly<Record<string, string>>;
  readonly doneOn?: string;
}

/** The path of a firm to its plan: steps that are begun, handed in and done. One that isn't here was never begun. */
export type Accompaniment =
  | { readonly status: 'absent' }
  | { readonly status: 'under-way'; readonly firmId: string; readonly startedOn: string; readonly steps: Readonly<Record<string, BegunStep>> };
export type KnownAccompaniment = Exclude<Accompaniment, { status: 'absent' }>;

export const accompaniment = { service: 'companies', name: 'accompaniment', prefix: 'acm', schema: 1, initial: { status: 'absent' } as Accompaniment };

/** A firm has one. */
export const accompanimentIdOf = (firmId: string): string => derivedId('acm', firmId);

export const isDone = ({ steps }: KnownAccompaniment, step: string): boolean => steps[step]?.doneOn !== undefined;
