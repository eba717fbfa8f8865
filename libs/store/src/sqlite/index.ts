export { copyDataFile } from './copy-data-file';
export { DataFileInspection, type DataFileCounts, type InspectedDocument, type InspectedEvent } from './data-file-inspection';
export { dataFile, lockDataDir, prepareDataFile } from './data-files';
export type { LogEntry, LogTable, Progress } from './log-table';
export { openSqliteStore, SqliteStore, type SqliteOptions } from './sqlite-store';
