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

export default defineConfig({
  plugins: [sveltekit(), statisticsScript],
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
});
