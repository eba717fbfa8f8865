import { claimDocumentAttached, claimDocumentDropped, claimDocumentStored, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, refuse, slice, type Instant, type InvoiceFields, type InvoiceNature, type JsonObject } from '@salvatempo/kernel';
import type { ClaimDocument } from '../domain/claim-document';

/** What stands beside a document's state. */
export interface DocumentPersonal {
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
  /** What a FatturaPA says of itself. */
  readonly fields?: InvoiceFields;
  readonly nature?: InvoiceNature;
}

export const documentPersonalOf = (personal: Readonly<Record<string, unknown>> | undefined): DocumentPersonal => personal as unknown as DocumentPersonal;

export interface KeepDocument extends Omit<DataOf<typeof claimDocumentStored>, 'documentId'> {
  readonly personal: DocumentPersonal;
}

/** Keeps that somebody handed in a file, which is stored already. */
export const keepDocumentSlice = slice<ClaimDocument, KeepDocument>({
  command: 'keep-document',
  decide({ personal, ...stored }, { status }, { id }) {
    if (status !== 'absent') return NOTHING;
    return { ...accept(claimDocumentStored.of({ ...stored, documentId: id })), personal: personal as unknown as JsonObject };
  },
  evolve: {
    [claimDocumentStored.type]: (_: ClaimDocument, { personId, kind, keptUntil }: DataOf<typeof claimDocumentStored>): ClaimDocument => ({ status: 'stored', personId, kind, keptUntil }),
  },
});

/** Makes a file part of a claim: from then on it is kept with it, and no other claim takes it. */
export const attachDocumentSlice = slice<ClaimDocument, { readonly claimId: string }>({
  command: 'attach-document',
  decide({ claimId }, state, { id }) {
    if (state.status === 'attached' && state.claimId === claimId) return NOTHING;
    if (state.status !== 'stored') return refuse('claim-document-not-found');
    return accept(claimDocumentAttached.of({ documentId: id, claimId }));
  },
  evolve: {
    [claimDocumentAttached.type]: ({ keptUntil: _, ...state }: ClaimDocument, { claimId }: DataOf<typeof claimDocumentAttached>): ClaimDocument => ({ ...state, status: 'attached', claimId }),
  },
});

/** A file that no claim was made with in time ends; who follows the event removes it. */
export const dropDocumentSlice = slice<ClaimDocument, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, { status, keptUntil }, { id, at }) {
    return status === 'stored' && keptUntil !== undefined && keptUntil <= at ? accept(claimDocumentDropped.of({ documentId: id })) : NOTHING;
  },
  evolve: {
    [claimDocumentDropped.type]: ({ personId }: ClaimDocument): ClaimDocument => ({ status: 'dropped', personId }),
  },
});
