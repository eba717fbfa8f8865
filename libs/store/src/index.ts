/**
 * The store: documents with one guarded write each, the journal, read models, idempotency keys, parked messages and files.
 * Ports in `ports/`, the embedded adapter in `sqlite/`, the one for many processes in `mongo/`, one that loses unsynced writes and conflicts on demand in `simulated/`.
 */
export * from './ports';
export * from './simulated';
export * from './mongo';
export * from './sqlite';
