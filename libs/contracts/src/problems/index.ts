import { edgeProblems } from './edge.problems';
import type { ProblemTable } from './problem';
import { vouchersProblems } from './vouchers.problems';

export * from './problem';
export { edgeProblems } from './edge.problems';

/** Every published problem, by code. */
export const problems: ProblemTable = { ...edgeProblems, ...vouchersProblems };
