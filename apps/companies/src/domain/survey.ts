import type { DataOf, surveyClosed, surveyOpened } from '@salvatempo/contracts';
import { addDays, derivedId, startOfRomeDay, type Instant } from '@salvatempo/kernel';

/** Answers are read from so many on, of one firm or of several together. */
export const LEAST_ANSWERS = 5;

type Opened = DataOf<typeof surveyOpened>;
export type KnownSurvey = Exclude<Survey, { status: 'absent' }>;
export type ClosedSurvey = Extract<Survey, { status: 'closed' }>;

/** An anonymous survey among the people of a firm. What was answered is beside the state, as counts alone. */
export type Survey =
  | { readonly status: 'absent' }
  | (Opened & { readonly status: 'open' })
  | (Opened & Pick<DataOf<typeof surveyClosed>, 'closedOn' | 'answers' | 'pool'> & { readonly status: 'closed' });

export const survey = {
  service: 'companies',
  name: 'survey',
  prefix: 'svy',
  schema: 1,
  initial: { status: 'absent' } as Survey,
  /** The first instant in Rome after its last day. */
  deadline: (state: Survey): Instant | undefined => (state.status === 'open' ? startOfRomeDay(addDays(state.closesOn, 1)) : undefined),
};

/** A survey's id follows from the secret of its link, and the secret can't be had from the id. */
export const surveyIdOf = (token: string): string => derivedId('svy', 'link', token);
