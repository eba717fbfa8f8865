import type { DocumentStore } from '@salvatempo/store';
import { withDocuments } from './with-ports';
import { NOTHING_PLANTED, type Plant } from './plant';

/** The inbox is neither stored nor looked at: a message that comes again takes effect again. */
const forgetful = (documents: DocumentStore): Partial<DocumentStore> => ({
  commit: (commit) => documents.commit({ ...commit, inbox: [], messageIds: [] }),
});

export const noInboxCheck: Plant = { ...NOTHING_PLANTED, wrap: (ports) => withDocuments(ports, forgetful) };
