const minute = 60_000;

/** In order: what is cheap and says most comes first. Folders and file names are those of jest.config.js. */
export const jestStages = {
  architecture: { folders: ['test/architecture'], timeoutMs: minute },
  unit: { folders: ['apps', 'libs', 'scripts'], timeoutMs: minute / 2 },
  contract: { folders: ['test/contracts'], timeoutMs: 3 * minute, needsInfra: true },
  // One server for each file, and it is killed.
  documentdb: { folders: ['test/documentdb'], timeoutMs: 3 * minute, inBand: true, needsDocumentDb: true },
  // These start whole processes, each on a folder and a port of its own, and wait for what they wait for however long it takes.
  scenario: { folders: ['test/scenarios'], timeoutMs: 5 * minute },
  // A dozen processes, a broker and a server of their own, which are killed and halted.
  distributed: { folders: ['test/distributed'], timeoutMs: 5 * minute, inBand: true, needsJava: true },
  // Keeps one processor busy and has a clock of its own, so it needn't wait for servers that others wait for.
  simulation: { folders: ['test/simulation'], timeoutMs: 10 * minute, beside: 'documentdb' },
  browser: { folders: ['test/browser'], timeoutMs: 2 * minute, needsChromium: true },
};

export const stageNames = ['type-check', 'lint', ...Object.keys(jestStages)];
