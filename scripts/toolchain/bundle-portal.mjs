import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './child-process.mjs';
import { dist, filesUnder, hashOfFiles, readJson, root } from './repository.mjs';

const stampFile = join(dist, '.portal.json');
const output = join(dist, 'portal');

function currentHash() {
  return hashOfFiles([...filesUnder('apps/portal'), 'docs/rules/service-letters.json', 'package-lock.json', 'tsconfig.portal.json']);
}

export function portalIsStale() {
  if (!existsSync(join(root, 'apps/portal/index.html'))) return false;
  return !existsSync(join(output, 'index.html')) || readJson(stampFile, {}).hash !== currentHash();
}

export async function bundlePortal(say, out) {
  if (!portalIsStale()) return;
  const hash = currentHash();
  const args = ['build', 'apps/portal', '--outDir', output, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await runTool('vite/bin/vite.js', args, { out });
  if (code !== 0) throw new Error('the portal does not build (see above)');
  writeFileSync(stampFile, JSON.stringify({ hash }));
  say('bundled the portal');
}
