import type { PlatformPorts } from '@salvatempo/runtime';
import type { DocumentStore } from '@salvatempo/store';

/** The ports with some methods of the documents in another way. */
export function withDocuments(
  ports: PlatformPorts,
  change: (documents: DocumentStore) => Partial<DocumentStore>,
): PlatformPorts {
  const documents = { ...ports.store.documents, ...change(ports.store.documents) };
  return {
    ...ports,
    store: { ...ports.store, documents, ping: () => ports.store.ping(), close: () => ports.store.close() },
  };
}
