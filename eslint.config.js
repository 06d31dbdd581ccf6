import './scripts/svelte-lint.js';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const layers = {
  domain: ['domain'],
  stats: ['domain', 'stats'],
  charts: ['domain', 'stats', 'charts'],
  i18n: ['domain', 'i18n'],
  ui: ['domain', 'stats', 'charts', 'i18n', 'ui'],
  client: ['domain', 'stats', 'client'],
  server: ['domain', 'stats', 'server']
};
const pure = ['domain', 'stats', 'charts'];

/** What reaches other hosts; only egress.ts may use it, and each of these for a reason that is not that. */
const outward = {
  imports: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)|^undici',
  globals: ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'],
  homes: ['egress', 'client-address', 'directory-lock', 'page-reader', 'public-address', 'security-headers'].map(
    (name) => `src/lib/server/${name}.ts`
  )
};

/**
 * @param {string} folder
 * @param {string[]} allowed
 */
function layerPatterns(folder, allowed) {
  return [
    {
      regex: `^(\\.\\./|#lib/(?!(${allowed.join('|')})/))`,
      message: `${folder} may import ${allowed.join(', ')} only`
    },
    ...(pure.includes(folder) ? [{ regex: '^(\\$app/|node:|svelte)', message: `${folder} is pure: no platform` }] : [])
  ];
}

/** @type {import('eslint').Linter.Config[]} */
const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  files: [`src/lib/${folder}/**/*.{ts,svelte}`],
  rules: { 'no-restricted-imports': ['error', { patterns: layerPatterns(folder, allowed) }] }
}));

const goThrough = 'other hosts are reached through server/egress.ts';
/** @type {import('eslint').Linter.Config[]} */
const egressRules = [
  {
    files: ['src/lib/server/**/*.ts'],
    ignores: outward.homes,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [...layerPatterns('server', layers.server), { regex: outward.imports, message: goThrough }]
        }
      ]
    }
  },
  {
    files: ['src/lib/server/**/*.ts', 'src/routes/**/*server.ts', 'src/hooks.server.ts'],
    ignores: ['src/lib/server/egress.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outward.globals.map((name) => ({ name, message: goThrough }))],
      'no-restricted-properties': [
        'error',
        ...outward.globals.map((property) => ({ object: 'globalThis', property, message: goThrough }))
      ]
    }
  }
];

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'var/', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
    }
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
      'no-console': 'error'
    }
  },
  {
    // The disclosed HTML of charts comes from our own renderer; there is no user text in it.
    files: ['src/**/*.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off', 'svelte/no-navigation-without-resolve': 'error' }
  },
  ...layerRules,
  ...egressRules
);
