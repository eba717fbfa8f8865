import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Bootstrap Italia's style carries an icon font of its carousel as a data address, which the server's policy forbids and no page uses. */
const withoutEmbeddedFont: Plugin = {
  name: 'without-embedded-font',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('bootstrap-italia.min.css')) return undefined;
    return code.replace(/@font-face\{[^}]*url\(data:application\/font-woff[^}]*\}/g, '');
  },
};

/** Workers stand apart: the server gives their folder a policy of its own (`safe-headers.ts`). */
const WORKERS = 'assets/workers';
const require = createRequire(import.meta.url);

/** The decoder of photos is a library under the LGPL, handed on unchanged and with its licence beside it. */
const withLicence: Plugin = {
  name: 'with-licence',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: `${WORKERS}/libheif-LICENSE.txt`, source: readFileSync(require.resolve('libheif-js/libheif-wasm/LICENSE')) });
  },
};

/** The decoder also runs in Node, by branches that a browser never takes: nothing stands for what they would ask for. */
const withoutNode: Plugin = {
  name: 'without-node',
  enforce: 'pre',
  resolveId: (id, importer) => (/^(fs|path|crypto)$/.test(id) && importer?.includes('libheif-js') ? '\0no-node' : undefined),
  load: (id) => (id === '\0no-node' ? 'export default {};' : undefined),
};

/** `npm run dev`-like work: SALVATEMPO_URL names a running product, whose API the development server passes on. */
const product = process.env['SALVATEMPO_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [withoutEmbeddedFont, withLicence, react()],
  worker: { format: 'es', plugins: () => [withoutNode], rolldownOptions: { output: { entryFileNames: `${WORKERS}/[name]-[hash].js`, chunkFileNames: `${WORKERS}/[name]-[hash].js` } } },
  // Nothing becomes a data address: the policy allows those for images only.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1_500, sourcemap: false },
  server: { proxy: { '/api': product } },
});
