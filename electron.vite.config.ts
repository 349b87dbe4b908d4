import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licencesOfBundle } from './scripts/licences.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Given by the runtime. All else is bundled, so that the start reads few files. */
const external = ['electron'];

const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
} as const;

export default defineConfig({
  main: {
    plugins: [licencesOfBundle(at('node_modules/electron'))],
    build: {
      outDir: 'out/main',
      // The oldest runtime that the project starts on: Electron 25.
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        input: { main: at('electron/main.ts') },
        external,
        output: commonJs,
      },
    },
  },
  preload: {
    plugins: [licencesOfBundle()],
    build: {
      outDir: 'out/preload',
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        external,
        output: commonJs,
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), licencesOfBundle()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome114',
      // Less than half the size: read, parsed and kept in memory at every start.
      minify: true,
      // Fonts and pictures stay files: the content security policy allows no data URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One script from the disk: to split it would cost more than it saves.
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
