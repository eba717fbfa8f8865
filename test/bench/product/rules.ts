import type { Aggregate } from '@salvatempo/kernel';
import { allRules, type Rule } from '@salvatempo/testing';

/**
 * The invariants of every scenario but for the firm's cover: accounts of the bench are filled by their own command, without a run and a firm's money
 * behind it, so that what is measured is the account's write alone. Cover is audited by scenarios and the simulation.
 */
export const rulesOfBench = (aggregates: readonly Aggregate<unknown>[]): readonly Rule[] => allRules(aggregates).filter(({ name }) => name !== 'cover');
