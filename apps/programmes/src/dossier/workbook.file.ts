import { Worker } from 'node:worker_threads';
import type { Instant } from '@salvatempo/kernel';
import type { DossierTable } from './dossier.tables';

interface Work {
  readonly writer: string;
  readonly zip: string;
  readonly at: Instant;
  readonly tables: readonly DossierTable[];
}

/**
 * Runs in a thread of its own, since twenty thousand rows take more than a second. Handed over as text: it uses nothing from outside.
 * The library packs its files at the hour of the day; they are packed again at the instant of the extract.
 */
function workbookThread(): void {
  /* eslint-disable @typescript-eslint/no-require-imports -- the worker has no module system but this */
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { writer, zip, at, tables } = workerData as Work;
  const { default: write } = require(writer) as typeof import('write-excel-file/node');
  const { unzipSync, zipSync } = require(zip) as typeof import('fflate');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map(() => ({ width: 20 })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((cell) => {
          if (typeof cell === 'object') return { value: cell.hundredths / 100, type: Number, format: '#,##0.00' };
          return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
        }),
      ),
    ],
  }));
  void write(sheets)
    .toBuffer()
    .then((packed) => parentPort!.postMessage(zipSync(unzipSync(packed), { mtime: at })));
}

/** The tables as a workbook, one sheet each; texts stay texts, even those that begin like a formula. Throws Error. */
export function workbookOf(tables: readonly DossierTable[], at: Instant): Promise<Uint8Array> {
  const workerData: Work = { writer: require.resolve('write-excel-file/node'), zip: require.resolve('fflate'), at, tables };
  const worker = new Worker(`(${workbookThread.toString()})()`, { eval: true, workerData });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the workbook’s thread ended without a workbook')));
  });
}
