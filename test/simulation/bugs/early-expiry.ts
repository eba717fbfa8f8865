import { DAY_MS, PASS_DEADLINE, addMs, type Aggregate, type DecisionContext } from '@salvatempo/kernel';
import type { Plant } from './plant';
import { withDocuments } from './with-ports';

const early = (context: DecisionContext): DecisionContext => ({ ...context, at: addMs(context.at, DAY_MS) });

/** Deadlines pass a day too soon, as with a clock in another zone or a date without its hours. */
const hurried = <S>(aggregate: Aggregate<S>): Aggregate<S> => ({
  ...aggregate,
  slices: aggregate.slices.map((slice) =>
    slice.command === PASS_DEADLINE
      ? { ...slice, decide: (data: never, state: S, context) => slice.decide(data, state, early(context)) }
      : slice,
  ),
});

export const earlyExpiry: Plant = {
  wrap: (ports) =>
    withDocuments(ports, (documents) => ({ due: (at, limit) => documents.due(addMs(at, DAY_MS), limit) })),
  change: hurried,
};
