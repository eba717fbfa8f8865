import { benefitsProblems } from './benefits.problems';
import { companiesProblems } from './companies.problems';
import { edgeProblems } from './edge.problems';
import { identityProblems } from './identity.problems';
import { marketplaceProblems } from './marketplace.problems';
import type { ProblemTable } from './problem';
import { programmesProblems } from './programmes.problems';
import { providersProblems } from './providers.problems';
import { vouchersProblems } from './vouchers.problems';

export * from './problem';
export { edgeProblems } from './edge.problems';

/** Every published problem, by code. */
export const problems: ProblemTable = { ...edgeProblems, ...benefitsProblems, ...companiesProblems, ...identityProblems, ...marketplaceProblems, ...programmesProblems, ...providersProblems, ...vouchersProblems };
