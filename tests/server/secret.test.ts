import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnvironment } from '#lib/server/env.ts';
import { secretOf } from '#lib/server/secret.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('the demonstration makes its secret once and keeps it for its owner only', () => {
  const env = readEnvironment({ STORE_DIR: join(directory, 'store') });
  const secret = secretOf(env);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(secretOf(env)).toBe(secret);
  expect(statSync(join(directory, 'store.secret')).mode & 0o777).toBe(0o600);
});

it('a secret that is given is the one used', () => {
  const given = 'a secret of at least thirty-two characters';
  expect(secretOf(readEnvironment({ SECRET: given, STORE_DIR: join(directory, 'store') }))).toBe(given);
});
