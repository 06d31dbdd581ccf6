import adapter from '@sveltejs/adapter-node';
import { compressDirectory } from './scripts/compress.js';

const node = adapter({ envPrefix: 'KIT_' });

/** @type {import('@sveltejs/kit').Config} */
const config = {
  compilerOptions: { runes: true },
  kit: {
    adapter: { ...node, adapt: (builder) => node.adapt({ ...builder, compress: compressDirectory }) },
    alias: { '#lib': 'src/lib' },
    inlineStyleThreshold: 200_000,
    // The server then knows from an address alone which link is the page's own, and marks it without scripts.
    paths: { relative: false },
    // Our own hook refuses more: every method that changes something, whatever it carries.
    csrf: { trustedOrigins: ['*'] },
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self'],
        // The hash is SvelteKit's route announcer, which hides itself with an inline style.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none']
      }
    },
    typescript: {
      config: (tsconfig) => ({
        ...tsconfig,
        include: [...tsconfig.include, '../scripts/**/*.ts', '../scripts/**/*.js', '../*.ts', '../*.js']
      })
    }
  }
};

export default config;
