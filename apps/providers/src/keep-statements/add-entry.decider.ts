import { statementEntryAdded, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type Cents } from '@salvatempo/kernel';
import type { Statement } from '../domain/statement';

export interface AddEntry {
  readonly providerId: string;
  readonly month: string;
  readonly purchaseId: string;
  readonly amountCents: Cents;
}

/** A settled purchase is due to its provider; that each comes once is the inbox's work. */
export const addEntrySlice = slice<Statement, AddEntry>({
  command: 'add-statement-entry',
  decide: (entry, state, { id }) => accept(statementEntryAdded.of({ statementId: id, ...entry, dueCents: state.dueCents + entry.amountCents })),
  evolve: {
    [statementEntryAdded.type]: (_: Statement, { providerId, month, dueCents }: DataOf<typeof statementEntryAdded>): Statement => ({
      providerId,
      month,
      dueCents,
    }),
  },
});
