import { statementAccepted, statementCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';

type Accepted = DataOf<typeof statementAccepted>;
type Completed = DataOf<typeof statementCompleted>;

/** A bank's statement that was found right as a whole and is recorded line by line until it is complete. */
export type Statement = { readonly status: 'absent' } | ({ readonly status: 'accepted' } & Accepted) | ({ readonly status: 'completed' } & Accepted & Completed);
export type KnownStatement = Exclude<Statement, { status: 'absent' }>;

export const statement = { service: 'benefits', name: 'statement', prefix: 'bst', schema: 1, initial: { status: 'absent' } as Statement };

export const isRecorded = (state: Statement): state is Extract<Statement, { status: 'completed' }> => state.status === 'completed';

export type AcceptStatement = Omit<Accepted, 'statementId'>;

/** Its lines are stored: from here on they will be recorded, whatever happens. */
export const acceptStatementSlice = slice<Statement, AcceptStatement>({
  command: 'accept-statement',
  decide: (facts, state, { id }) => (state.status === 'absent' ? accept(statementAccepted.of({ statementId: id, ...facts })) : NOTHING),
  evolve: {
    [statementAccepted.type]: (_: Statement, facts: Accepted): Statement => ({ status: 'accepted', ...facts }),
  },
});

export type CompleteStatement = Omit<Completed, 'statementId'>;

export const completeStatementSlice = slice<Statement, CompleteStatement>({
  command: 'complete-statement',
  decide: (counts, state) => (state.status === 'accepted' ? accept(statementCompleted.of({ statementId: state.statementId, ...counts })) : NOTHING),
  evolve: {
    [statementCompleted.type]: (state: Statement, counts: Completed): Statement => ({ ...(state as KnownStatement), ...counts, status: 'completed' }),
  },
});
