import { DataFileInspection, type DataFileCounts } from '@salvatempo/store';
import { checkChains } from './chain-check';

/** What a data file was found to hold, all of it being whole. */
export interface CheckedData {
  readonly counts: DataFileCounts;
  readonly chains: { readonly documents: number; readonly events: number };
}

/** A data file isn't whole; the message names what was found. */
export class DamagedDataError extends Error {
  constructor(file: string, findings: readonly string[]) {
    super(`${file} is not whole:\n  ${findings.join('\n  ')}`);
    this.name = 'DamagedDataError';
  }
}

/**
 * Reads all of a data file that no store has open: its pages and indexes, the chain of each document's events, and how much
 * there is of everything. Throws DamagedDataError and StoreRefusedError.
 */
export function checkedData(file: string): CheckedData {
  const data = new DataFileInspection(file);
  try {
    const damages = data.damages();
    if (damages.length > 0) throw new DamagedDataError(file, damages);
    const { findings, ...chains } = checkChains(data);
    if (findings.length > 0) throw new DamagedDataError(file, findings);
    return { counts: data.counts(), chains };
  } finally {
    data.close();
  }
}
