import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.js';

/** @typedef {{ name: string, version: string, licence: string | undefined }} RuntimePackage */
/** @typedef {{ version: string, license?: string, dev?: boolean }} LockedPackage */

/** What may be in what we ship: licences that let anyone use, change and pass on the work. */
export const allowedLicences = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'ISC',
    'MIT',
    'MIT-0',
    'MPL-2.0',
    'OFL-1.1',
    'Unlicense'
  ]
];

/** Packages whose manifest names no licence, and what their LICENSE file says. */
const saidElsewhere = [
  { name: /^json-bignum$/, licence: 'MIT' },
  { name: /^png-js$/, licence: 'MIT' },
  { name: /^@duckdb\/node-bindings-/, licence: 'MIT' }
];

/** Needed for development only, says package-lock.json, but the build copies parts of them into what is shipped. */
const builtIn = [
  ...['@sveltejs/adapter-node', '@sveltejs/kit', 'svelte', 'clsx', 'cookie', 'devalue', 'esm-env'],
  ...['@polka/url', 'mrmime', 'set-cookie-parser', 'sirv', 'totalist']
];

/**
 * Every package that the server or the pages need, by name and version, as package-lock.json has them.
 * @returns {RuntimePackage[]}
 */
export function runtimePackages() {
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const found = Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && (!dev || builtIn.includes(folder.slice('node_modules/'.length))))
    .map(([folder, { version, license }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: license ?? saidElsewhere.find((known) => known.name.test(name))?.licence };
    });
  const byKey = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/**
 * The page of licences, the same for the same lock file.
 * @param {RuntimePackage[]} packages
 */
export function licencesPage(packages) {
  const rows = packages.map(({ name, version, licence }) => [`\`${name}\``, version, licence ?? 'unknown']);
  return [
    '# Licences of what is shipped',
    '',
    'Written by `npm run sbom` from `package-lock.json`: every package that the server or the pages need, also those that',
    'others need, and those that the build copies parts of. Packages for development only are not here.',
    '',
    ...countLines(packages),
    '',
    ...table(['package', 'version', 'licence'], rows),
    ''
  ].join('\n');
}

/** @param {RuntimePackage[]} packages */
function countLines(packages) {
  const licences = [...new Set(packages.map(({ licence }) => licence ?? 'unknown'))].sort();
  const rows = licences.map((name) => [
    name,
    String(packages.filter(({ licence }) => (licence ?? 'unknown') === name).length)
  ]);
  return table(['licence', 'packages'], rows);
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length))
  );
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
