import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand, root } from '../command.js';

/** A place for a store that is gone when the benchmark ends. */
export function temporaryStore() {
  const parent = mkdtempSync(path.join(tmpdir(), 'regionspeil-bench-'));
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
  return path.join(parent, 'store');
}

/**
 * Fills a store through scripts/bench/seed.ts.
 * @param {string} directory
 * @param {string[]} options
 * @returns {Promise<string>} what it printed
 */
export async function seedStore(directory, ...options) {
  const args = ['--import', 'tsx', path.join(root, 'scripts', 'bench', 'seed.ts'), ...options];
  const { code, output } = await runCommand(process.execPath, args, { env: { STORE_DIR: directory } });
  if (code !== 0) throw new Error(`the store was not seeded: ${output}`);
  return output;
}
