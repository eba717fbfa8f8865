import { CONTRIBUTION_LETTERS } from './contribution-limit';

/** Letters of TUIR art. 51 that purchases and claims spend so far. */
export const SPENDING_LETTERS: readonly string[] = ['c.3', 'f', 'd-bis', 'f-bis', 'f-ter'];
/** Letters that a plan's credit may be of: contributions to pension and health funds have theirs too. */
export const CREDIT_LETTERS: readonly string[] = [...SPENDING_LETTERS, CONTRIBUTION_LETTERS.pension, CONTRIBUTION_LETTERS.health];
