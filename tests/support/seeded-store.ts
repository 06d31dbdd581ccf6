import { PGlite } from '@electric-sql/pglite';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '#lib/domain/role.ts';
import { demonstrationPeople, demonstrationPerson, seedDemonstration } from '#lib/server/demonstration.ts';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import type { Tx } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';
import { openPglite } from '#lib/server/pglite.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession, type SignIn } from '#lib/server/session.ts';
import { newToken } from '#lib/server/token.ts';
import { openTestLogs, requireCleanLogs } from './log-scan.ts';
import { migratedFiles } from './test-db.ts';

export const regions = ['sor', 'midt'] as const;
export type Region = (typeof regions)[number];
/**
 * Who has a session: one adviser in each of two regions, each of the demonstration's people by role, its adviser who
 * signed in by e-mail, and somebody without a role.
 */
export type SignedIn = Region | Role | 'adviser_by_email' | 'without_role';
/** A store with the demonstration and the sessions. */
type SeededStore = { directory: string; sessions: Record<SignedIn, string>; persons: Record<string, string> };

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
  mkdirSync(directory, { recursive: true });
  const engine = await PGlite.create(path.join(directory, 'pglite'), { loadDataDir: await migratedFiles() });
  await engine.close();
  const store = await openPglite(directory);
  const { geography, facts } = loadReference('data');
  const at = new Date();
  await seedDemonstration({ db: store, geography, facts, secret, at, directory: 'data' });
  await seedCases(store, caseKeys(directory), at);
  const sessions = await store.transaction(seeder, async (tx) => ({
    sor: await addAdviser(tx, 'sor', at),
    midt: await addAdviser(tx, 'midt', at),
    ...(await startSessions(tx, at))
  }));
  const { rows } = await store.owner.query<{ email: string; id: string }>('select email, id from person');
  const persons = Object.fromEntries(rows.map(({ email, id }) => [email, id]));
  await store.close();
  process.env[variable] = JSON.stringify({ directory, sessions, persons } satisfies SeededStore);
  const removeLogs = openTestLogs();
  return () => {
    removeStore(directory);
    try {
      console.log(requireCleanLogs());
    } finally {
      removeLogs();
    }
  };
}

async function addAdviser(tx: Tx, region: Region, at: Date) {
  const person = await addPerson(tx, { name: `Rådgiver i ${region}`, email: `${region}@korus.example` }, at);
  await giveGrant(tx, { personId: person.id, role: 'adviser', unitType: 'korus_region', unitId: region }, at);
  return startSession(tx, person.id, { method: 'demonstration' }, at);
}

async function startSessions(tx: Tx, at: Date): Promise<Record<Role | 'adviser_by_email' | 'without_role', string>> {
  const start = async (email: string, method: SignIn['method'] = 'demonstration') =>
    startSession(tx, (await addPerson(tx, { name: 'Ny Medarbeider', email }, at)).id, { method }, at);
  const byRole: Partial<Record<Role, string>> = {};
  for (const { role, email } of demonstrationPeople) byRole[role] ??= await start(email);
  return {
    ...(byRole as Record<Role, string>), // the demonstration has somebody in every role
    adviser_by_email: await start(demonstrationPerson('adviser').email, 'email'),
    without_role: await start('ny@kommune.example')
  };
}

export function newStoreDirectory(): string {
  return path.join(mkdtempSync(path.join(hasRoom(memory) ? memory : tmpdir(), 'regionspeil-')), 'store');
}

/** A store has a thousand files, which a directory in memory copies and removes in half the time. */
const memory = '/dev/shm';
const wantedBytes = 2 ** 31;

function hasRoom(directory: string) {
  try {
    accessSync(directory, constants.W_OK);
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > wantedBytes;
  } catch {
    return false;
  }
}

/** The secret lies beside its store, so what belongs to a store is its parent. */
export function removeStore(directory: string) {
  rmSync(path.dirname(directory), { recursive: true, force: true });
}

export function secretFile(directory: string): string {
  return `${directory}.secret`;
}

/** The master key of a seeded store's cases, beside it as the server of the demonstration keeps it. */
function caseKeys(directory: string) {
  const text = `demonstration ${randomBytes(32).toString('base64')}\n`;
  writeFileSync(`${directory}.case-key`, text);
  return parseMasterKeys(text);
}

/** The id of somebody in the seeded store. */
export function personIdOf(email: string): string {
  const id = seededStore().persons[email];
  if (!id) throw new Error('nobody has the address ' + email);
  return id;
}

/** A new directory with the seeded store and its secret. */
export function copySeededStore(): string {
  const copy = newStoreDirectory();
  const { directory } = seededStore();
  cpSync(directory, copy, { recursive: true });
  cpSync(secretFile(directory), secretFile(copy));
  cpSync(`${directory}.case-key`, `${copy}.case-key`);
  return copy;
}

/** The session cookie's value of a region's adviser or of the demonstration's person in a role, in every copy of the store. */
export function sessionOf(who: SignedIn): string {
  return seededStore().sessions[who];
}

function seededStore(): SeededStore {
  const text = process.env[variable];
  if (!text) throw new Error('no seeded store: Playwright did not run its global set-up');
  return JSON.parse(text) as SeededStore;
}
