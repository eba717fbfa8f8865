import { documentUseCounted, documentUseRefused, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, sumCents, type Cents } from '@salvatempo/kernel';

/** What claims use of one document. One of the last claim that gave up its use is empty. */
export interface DocumentUse {
  /** Of the document, as its first claim said. Undefined before any. */
  readonly totalCents?: Cents;
  readonly uses: readonly { readonly claimId: string; readonly amountCents: Cents }[];
}

export const documentUse = { service: 'benefits', name: 'document-use', prefix: 'dus', schema: 1, initial: { uses: [] } as DocumentUse };

/** A document is split among so many claims at most. */
const MAX_USES = 50;

/** What is left of a document for a claim, or for a new one; undefined where no other claim uses it. In euro cents. */
export function leftOf({ totalCents, uses }: DocumentUse, claimId?: string): Cents | undefined {
  const others = uses.filter((use) => use.claimId !== claimId);
  return totalCents === undefined || others.length === 0 ? undefined : Math.max(0, totalCents - sumCents(others.map(({ amountCents }) => amountCents)));
}

export interface CountUse {
  readonly claimId: string;
  /** 0 takes the claim's use back. */
  readonly amountCents: Cents;
  /** Of the document, as this claim says. */
  readonly totalCents: Cents;
}

/** R09: all claims on one document come to its total at most, whoever makes them, in one guarded write. A "no" is an event. */
export const countUseSlice = slice<DocumentUse, CountUse>({
  command: 'count-document-use',
  decide({ claimId, amountCents, totalCents }, state, { id }) {
    const before = state.uses.find((use) => use.claimId === claimId)?.amountCents ?? 0;
    if (before === amountCents) return NOTHING;
    const leftCents = leftOf(state, claimId) ?? totalCents;
    const isFull = before === 0 && state.uses.length >= MAX_USES;
    if (amountCents > leftCents || isFull) return accept(documentUseRefused.of({ useId: id, claimId, leftCents }));
    return accept(documentUseCounted.of({ useId: id, claimId, amountCents, totalCents }));
  },
  evolve: {
    [documentUseCounted.type]: ({ totalCents: known, uses }: DocumentUse, { claimId, amountCents, totalCents }: DataOf<typeof documentUseCounted>): DocumentUse => {
      const others = uses.filter((use) => use.claimId !== claimId);
      const after = amountCents === 0 ? others : [...others, { claimId, amountCents }];
      return { uses: after, totalCents: others.length === 0 ? totalCents : (known ?? totalCents) };
    },
  },
});
