import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { knowledge } from './knowledge/compile/vite-plugin.ts';

const page = (file: string): string => new URL(file, import.meta.url).pathname;

/**
 * Two builds into one folder: in one, the launch page would share its chunks with the app and carry what only the app needs
 * (C6: it must stay tiny).
 */
const PAGES: Readonly<Record<string, { readonly page: string; readonly clear: boolean }>> = {
  app: { page: 'index.html', clear: true },
  launch: { page: 'launch.html', clear: false },
};

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react(), knowledge()],
  resolve: { alias: { debug: page('src/fhir/silent-debug.cjs') } },
  // Drops the fetch polyfill of fhirclient: 47.9 instead of 65.3 kB. It then takes `fetch` at import.
  define: { FHIRCLIENT_PURE: 'true', APP_VERSION: JSON.stringify(manifest.version) },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts stay files: the content policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    manifest: `.vite/${mode}.json`,
    emptyOutDir: PAGES[mode]?.clear ?? false,
    copyPublicDir: PAGES[mode]?.clear ?? false,
    rolldownOptions: {
      input: page(PAGES[mode]?.page ?? 'index.html'),
      // All of the first screen in one file: what is shared with later parts would else be pressed small apart (D39).
      output: { codeSplitting: { groups: mode === 'app' ? [{ name: 'first', tags: ['$initial'] }] : [] } },
    },
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        // In Node the bare import gives fhirclient's server entry, which has no SMART sign-in.
        resolve: { alias: { fhirclient: 'fhirclient/lib/entry/browser.js' } },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          server: { deps: { inline: [/fhirclient/] } },
          // A test that takes long says nothing of the app: `npm run bench` measures.
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}));
