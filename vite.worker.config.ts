import { defineConfig } from 'vite';

/** What the server does in threads of their own are programs of their own, beside the server that starts them. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    rollupOptions: {
      input: {
        'disclosure-worker': 'src/lib/server/disclosure-worker.ts',
        'release-files-worker': 'src/routes/release-files-worker.ts'
      }
    },
    outDir: 'build/worker',
    emptyOutDir: true,
    target: 'node20',
    minify: false
  }
});
