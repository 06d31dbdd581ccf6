import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import type { Tx } from '#lib/server/db.ts';
import { migrate } from '#lib/server/migrate.ts';
import { addPerson, giveGrant } from '#lib/server/person.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import { newToken } from '#lib/server/token.ts';
import { openTestLogs, requireCleanLogs } from './log-scan.ts';

export const regions = ['sor', 'midt'] as const;
export type Region = (typeof regions)[number];
/** A store with the demonstration, and a session of one adviser in each of two regions. */
type SeededStore = { directory: string; sessions: Record<Region, string> };

const variable = 'REGIONSPEIL_SEEDED_STORE';
const seeder = { kind: 'system', task: 'demonstration' } as const;

/**
 * Playwright's global set-up: the store that every test's server begins with a copy of, and the logs of all of
 * them. When all tests are done, the logs are looked through.
 */
export default async function seedStore() {
  const directory = newStoreDirectory();
  const secret = newToken();
  writeFileSync(secretFile(directory), secret);
  const store = await openPglite(directory);
  await migrate(store.owner);
  const { geography, facts } = loadReference('data');
  const at = new Date();
  await seedDemonstration({ db: store, geography, facts, secret, at, directory: 'data' });
  const sessions = await store.transaction(seeder, async (tx) => ({
    sor: await addAdviser(tx, 'sor', at),
    midt: await addAdviser(tx, 'midt', at)
  }));
  await store.close();
  process.env[variable] = JSON.stringify({ directory, sessions } satisfies SeededStore);
  const removeLogs = openTestLogs();
  return () => {
    removeStore(directory);
    try {
      requireCleanLogs();
    } finally {
      removeLogs();
    }
  };
}

async function addAdviser(tx: Tx, region: Region, at: Date) {
  const person = await addPerson(tx, { name: `Rådgiver i ${region}`, email: `${region}@korus.example` }, at);
  await giveGrant(tx, person.id, { role: 'adviser', unitType: 'korus_region', unitId: region }, at);
  return startSession(tx, person.id, at);
}

export function newStoreDirectory(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'regionspeil-')), 'store');
}

/** The secret lies beside its store, so what belongs to a store is its parent. */
export function removeStore(directory: string) {
  rmSync(path.dirname(directory), { recursive: true, force: true });
}

export function secretFile(directory: string): string {
  return `${directory}.secret`;
}

/** A new directory with the seeded store and its secret. */
export function copySeededStore(): string {
  const copy = newStoreDirectory();
  const { directory } = seededStore();
  cpSync(directory, copy, { recursive: true });
  cpSync(secretFile(directory), secretFile(copy));
  return copy;
}

/** The session cookie's value of the adviser of a region, in every copy of the seeded store. */
export function adviserSession(region: Region): string {
  return seededStore().sessions[region];
}

function seededStore(): SeededStore {
  const text = process.env[variable];
  if (!text) throw new Error('no seeded store: Playwright did not run its global set-up');
  return JSON.parse(text) as SeededStore;
}
