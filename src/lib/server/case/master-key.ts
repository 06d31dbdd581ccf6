import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Environment } from '#lib/server/env.ts';

/** The keys that wrap the municipalities' keys, by name; the first in the file is used for what is wrapped now. */
export type MasterKeys = { current: string; byName: ReadonlyMap<string, Buffer> };

const keyLength = 32;

/** The master keys: from CASE_KEY_FILE, in demonstration mode made once beside the store; null: the register is not in use. */
export function masterKeysOf(env: Environment): MasterKeys | null {
  if (env.CASE_KEY_FILE) return parseMasterKeys(readFileSync(env.CASE_KEY_FILE, 'utf8'));
  if (!env.isDemonstration) return null;
  const file = `${resolve(env.STORE_DIR)}.case-key`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `demonstration ${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600 });
  }
  return parseMasterKeys(readFileSync(file, 'utf8'));
}

/** One key a line, a name and 32 bytes as base64. Throws one line that names what is wrong, never the key. */
export function parseMasterKeys(text: string): MasterKeys {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const byName = new Map(
    lines.map((line, index) => {
      const [name = '', encoded = ''] = line.trim().split(/\s+/);
      const key = Buffer.from(encoded, 'base64');
      if (!/^[\w-]{1,40}$/.test(name) || key.length !== keyLength) {
        throw new Error(`CASE_KEY_FILE: line ${index + 1} is no name followed by 32 bytes in base64`);
      }
      return [name, key];
    })
  );
  const [current] = byName.keys();
  if (current === undefined) throw new Error('CASE_KEY_FILE: has no key');
  return { current, byName };
}
