import { derivedId } from '@salvatempo/kernel';
import { LEAST_ANSWERS } from './survey';

/** A survey of too few answers, which waits for others. */
export interface Waiting {
  readonly surveyId: string;
  readonly firmId: string;
  readonly answers: number;
}

/** Surveys too small to be read alone, of one network, association or Comune. Groups that are read together never change and have no survey in common. */
export interface SurveyPool {
  readonly waiting: readonly Waiting[];
  readonly groups: readonly (readonly string[])[];
}

export const surveyPool = { service: 'companies', name: 'survey-pool', prefix: 'spl', schema: 1, initial: { waiting: [], groups: [] } as SurveyPool };

/** Where surveys of too few answers are read together. */
export type PoolScope = 'network' | 'association' | 'comune';

/** Only answers to the same questions add up. `place` is a network's or association's id or a Comune's Belfiore code. */
export const poolIdOf = (scope: PoolScope, place: string, version: string): string => derivedId('spl', scope, place, version);

/**
 * Whether surveys may be read together: also without all those of any one firm there must be enough answers, since a firm may know
 * its own and take them off.
 */
export function hidesEach(surveys: readonly Waiting[]): boolean {
  const byFirm = new Map<string, number>();
  for (const { firmId, answers } of surveys) byFirm.set(firmId, (byFirm.get(firmId) ?? 0) + answers);
  const sizes = [...byFirm.values()];
  return sizes.reduce((sum, size) => sum + size, 0) - Math.max(0, ...sizes) >= LEAST_ANSWERS;
}

/** The group that a survey is read with; undefined while it waits. */
export const groupOf = ({ groups }: SurveyPool, surveyId: string): readonly string[] | undefined => groups.find((group) => group.includes(surveyId));
