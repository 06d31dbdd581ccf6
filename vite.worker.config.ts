import { defineConfig } from 'vite';

/** The gate's worker is a program of its own, beside the server that starts it. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/lib/server/disclosure-worker.ts',
    outDir: 'build/worker',
    emptyOutDir: true,
    target: 'node20',
    minify: false
  }
});
