import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { licencesOfBundle } from './scripts/licences.ts';

/** The desk service: plain Node, in a bundle of its own, so that neither main nor store loads the other. */
export default defineConfig({
  plugins: [licencesOfBundle(resolve(import.meta.dirname, 'node_modules/better-sqlite3'))],
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: resolve(import.meta.dirname, 'electron/service.ts'),
    outDir: 'out/service',
    target: 'node22',
    rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
});
