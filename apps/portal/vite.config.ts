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

/** `npm run dev`-like work: SALVATEMPO_URL names a running product, whose API the development server passes on. */
const product = process.env['SALVATEMPO_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [withoutEmbeddedFont, react()],
  // Nothing becomes a data address: the policy allows those for images only.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1_500, sourcemap: false },
  server: { proxy: { '/api': product } },
});
