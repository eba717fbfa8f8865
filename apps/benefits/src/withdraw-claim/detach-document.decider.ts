import { claimDocumentDetached, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Instant } from '@salvatempo/kernel';
import type { ClaimDocument } from '../domain/claim-document';

/** Frees a file of a claim that was withdrawn: another claim may be made with it, and in time it goes like any that no claim has. */
export const detachDocumentSlice = slice<ClaimDocument, { readonly claimId: string; readonly keptUntil: Instant }>({
  command: 'detach-document',
  decide({ claimId, keptUntil }, state, { id }) {
    if (state.status !== 'attached' || state.claimId !== claimId) return NOTHING;
    return accept(claimDocumentDetached.of({ documentId: id, claimId, keptUntil }));
  },
  evolve: {
    [claimDocumentDetached.type]: ({ claimId: _, ...state }: ClaimDocument, { keptUntil }: DataOf<typeof claimDocumentDetached>): ClaimDocument => ({ ...state, status: 'stored', keptUntil }),
  },
});
