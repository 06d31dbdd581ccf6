import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runProgram, secondsSince } from './command.js';
import { inTurn } from './in-turn.js';
import { ensureInstalled } from './install.js';

const sources = [
  'src',
  'static',
  'data',
  'svelte.config.js',
  'vite.config.ts',
  'vite.worker.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/compress.js'
];
const stamp = path.join(root, 'build', '.stamp');
const server = path.join(root, 'build', 'index.js');

/**
 * Every file in or at a path, in a fixed order.
 * @param {string} name
 * @returns {string[]}
 */
function listFiles(name) {
  const file = path.join(root, name);
  if (!existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [name];
  return readdirSync(file)
    .sort()
    .flatMap((entry) => listFiles(path.join(name, entry)));
}

/** A hash over the names and contents of everything the build is made from. */
function hashSources() {
  const hash = createHash('sha256');
  for (const name of sources.flatMap(listFiles)) {
    const content = readFileSync(path.join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Builds unless `build/` was made from exactly these sources. Two that begin at once build once. */
export async function ensureBuilt() {
  const wanted = hashSources();
  if (!isBuilt(wanted)) await inTurn(`build of ${root}`, () => build(wanted));
}

/** @param {string} wanted */
function isBuilt(wanted) {
  return existsSync(server) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/**
 * The stamp comes last, so half a build has none.
 * @param {string} wanted
 */
async function build(wanted) {
  if (isBuilt(wanted)) return; // by whoever was first

  const started = Date.now();
  console.log('Bygger …');
  rmSync(stamp, { force: true });
  for (const options of [[], ['--config', 'vite.worker.config.ts']]) {
    const { code, output } = await runProgram(['vite'], ['build', ...options]);
    if (code !== 0) throw new Error(`${output}\nByggingen stoppet (vite build svarte ${code}).`);
  }
  writeFileSync(`${stamp}.new`, wanted);
  renameSync(`${stamp}.new`, stamp);
  console.log(`Bygget på ${secondsSince(started)}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  await ensureBuilt();
}
