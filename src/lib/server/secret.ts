import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Environment } from './env.ts';
import { newToken } from './token.ts';

/** The secret that signs answer links: from the environment, in demonstration mode made once and kept beside the store. */
export function secretOf(env: Environment): string {
  if (env.SECRET) return env.SECRET;
  if (!env.isDemonstration) throw new Error('SECRET: missing');
  const file = `${resolve(env.STORE_DIR)}.secret`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, newToken(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
