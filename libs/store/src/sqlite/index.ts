export { dataFile, prepareDataFile } from './data-files';
export type { LogEntry, LogTable, Progress } from './log-table';
export { openSqliteStore, SqliteStore, type SqliteOptions } from './sqlite-store';
