import { backendChanges, compileBackend } from './toolchain/compile-backend.mjs';
import { bundlePortal, portalIsStale } from './toolchain/bundle-portal.mjs';
import { exclusively } from './toolchain/exclusive.mjs';
import { installPackages, packagesAreStale } from './toolchain/install-packages.mjs';

/** Says on the given stream, so that a command that prints a document keeps its stdout clean. */
export function sayOn(out) {
  return (line) => process[out].write(`${line}\n`);
}

/**
 * Installs and builds what is missing or older than its sources; does nothing otherwise.
 * @param {'stdout' | 'stderr'} out where its own output and that of npm and vite goes
 */
export async function ensureReady(out = 'stdout') {
  if (!packagesAreStale() && !backendChanges().isStale && !portalIsStale()) return;
  const say = sayOn(out);
  await exclusively(async () => {
    await installPackages(say, out);
    await compileBackend(say);
    await bundlePortal(say, out);
  });
}
