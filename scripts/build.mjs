import { ensureReady } from './ensure-ready.mjs';

/** `npm run build` and nothing else: the other commands build by themselves what they need. */
ensureReady('stdout').catch((error) => {
  process.stderr.write(`build: ${error.message}\n`);
  process.exitCode = 1;
});
