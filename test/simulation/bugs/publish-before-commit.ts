import type { EventLog } from '@salvatempo/messaging';
import type { DocumentStore } from '@salvatempo/store';
import { NOTHING_PLANTED, type Plant } from './plant';
import { withDocuments } from './with-ports';

/** Messages go out before the commit that decides them, and stay out when it is lost. */
const hasty =
  (log: EventLog) =>
  (documents: DocumentStore): Partial<DocumentStore> => ({
    async commit(commit) {
      await log.publish(commit.messages.map(({ topic, key, body }) => ({ topic, key, value: body })));
      return documents.commit(commit);
    },
  });

export const publishBeforeCommit: Plant = {
  ...NOTHING_PLANTED,
  wrap: (ports) => withDocuments(ports, hasty(ports.log)),
};
