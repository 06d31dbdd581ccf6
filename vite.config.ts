import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The statistics pages are not hydrated; their own small script is built as an entry of the client beside SvelteKit's. */
const statisticsScript: Plugin = {
  name: 'statistics-script',
  apply: 'build',
  buildStart() {
    if (this.environment.name !== 'client') return;
    this.emitFile({ type: 'chunk', id: 'src/routes/statistikk/enhance.ts', fileName: '_app/statistics.js' });
  }
};

/** What is pure leaves nothing behind in a module, so its files can share their modules and need not load them anew. */
const pure = ['domain', 'stats', 'charts', 'i18n'].map((folder) => `tests/${folder}/**/*.test.ts`);
const notUnits = ['tests/e2e/**', 'node_modules/**'];

export default defineConfig({
  plugins: [sveltekit(), statisticsScript],
  test: {
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      { extends: true, test: { name: 'others', include: ['tests/**/*.test.ts'], exclude: [...notUnits, ...pure] } }
    ]
  }
});
