import type { User } from '#lib/domain/access.ts';
import type { Role } from '#lib/domain/role.ts';
import type { App } from '#lib/server/app.ts';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { listCases, type StoredCase } from '#lib/server/case/file.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { loadReference } from '#lib/server/reference.ts';
import { fillDemonstration, secret, seededAt } from './demonstration-store.ts';
import { openFilledDb } from './test-db.ts';

export const masters = parseMasterKeys(`first ${Buffer.alloc(32, 1).toString('base64')}\n`);
export const unitNo = '4204';
const caseRoles = ['case_officer', 'unit_leader', 'sampler', 'archivist'] as const;

/** The demonstration's register, with what routes ask of the server; `at` is the moment it is asked. */
export type CaseDesk = {
  db: Store;
  app: App;
  actorOf: (role: Role) => Actor & { kind: 'person' };
  /** What routes get of whoever has a role. */
  localsOf: (role: Role) => { app: App; user: User; language: 'nb' };
  cases: StoredCase[];
  at: Date;
};

/** Opens the demonstration's register, as on 1 March 2024; what is asked is asked at `at`, a second later each time. */
export async function openCaseDesk(at = new Date('2024-03-06T10:00:00Z')): Promise<CaseDesk> {
  const db = await openFilledDb('cases', async (empty) => {
    await fillDemonstration(empty);
    await seedCases(empty, masters, seededAt);
  });
  const { rows } = await db.owner.query<{ id: string; email: string; name: string }>(
    'select id, email, name from person'
  );
  const personOf = (role: Role) => {
    const found = rows.find(({ email }) => email === demonstrationPerson(role).email);
    if (!found) throw new Error('nobody is ' + role);
    return found;
  };
  const actorOf = (role: Role) =>
    ({ kind: 'person', scope: 'everything', personId: personOf(role).id }) as const satisfies Actor;
  let asks = 0;
  const app = {
    ...{
      db,
      secret,
      reference: loadReference('data'),
      clock: () => new Date(at.getTime() + 1000 * (asks += 1)),
      caseKeys: masters
    },
    posting: { vault: caseVault(masters, () => at), sends: () => false, localOutbox: null, svarinn: null }
  } as unknown as App; // the rest of it plays no part in the pages of cases
  const localsOf = (role: Role): ReturnType<CaseDesk['localsOf']> => {
    const unitType = caseRoles.some((one) => one === role) ? ('advisory_unit' as const) : ('municipality' as const);
    const { id, name } = personOf(role);
    const grants = [{ role, unitType, unitId: unitNo }];
    return { app, user: { kind: 'person', personId: id, name, scope: 'everything', grants }, language: 'nb' };
  };
  const cases = await db.transaction(actorOf('case_officer'), (tx) => listCases(tx, unitNo));
  return { db, app, actorOf, localsOf, cases, at };
}

/** What a route gets of a request about a case, or of no case: a GET, or a POST of what was typed. */
export function asked(
  desk: CaseDesk,
  role: Role,
  { file, typed, params = {} }: { file?: StoredCase; typed?: Record<string, string>; params?: Record<string, string> }
) {
  const url = new URL('http://localhost/saker');
  const place = file ? { municipality: file.municipalityNo, case: file.id } : {};
  const body = typed && new URLSearchParams(typed);
  const request = new Request(url, body ? { method: 'POST', body } : {});
  return { locals: desk.localsOf(role), params: { ...place, ...params }, url, request };
}
