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

/** @type {import('eslint').Linter.Config[]} */
const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  files: [`src/lib/${folder}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./|#lib/(?!(${allowed.join('|')})/))`,
            message: `${folder} may import ${allowed.join(', ')} only`
          },
          ...(pure.includes(folder)
            ? [{ regex: '^(\\$app/|node:|svelte)', message: `${folder} is pure: no platform` }]
            : [])
        ]
      }
    ]
  }
}));

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
  ...layerRules
);
