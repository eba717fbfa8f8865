import type { CommitResult, DocumentCommit, DocumentStore } from '@salvatempo/store';
import { NOTHING_PLANTED, type Plant } from './plant';
import { withDocuments } from './with-ports';

/** A commit doesn't look at the version: what somebody else wrote meanwhile is overwritten. */
const overwriting = (documents: DocumentStore): Partial<DocumentStore> => ({
  async commit(commit: DocumentCommit): Promise<CommitResult> {
    const result = await documents.commit(commit);
    if (result !== 'conflict') return result;
    const stored = await documents.load(commit.collection, commit.id);
    return documents.commit({ ...commit, expectedVersion: stored?.version ?? 0 });
  },
});

export const noVersionGuard: Plant = { ...NOTHING_PLANTED, wrap: (ports) => withDocuments(ports, overwriting) };
