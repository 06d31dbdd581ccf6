import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import { admit, replace } from '#lib/server/admission.ts';
import type { Store } from '#lib/server/db.ts';
import { bindIdentity } from '#lib/server/identity.ts';
import { acceptInvitation } from '#lib/server/invitation.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import {
  addWith,
  administratorOf,
  audited,
  bareLetter,
  heldBy,
  mailTo,
  respondentOf,
  system
} from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const at = new Date('2024-03-01T09:00:00Z');
const later = new Date('2024-03-02T09:00:00Z');
const kari = { name: 'Kari', email: 'Kari@example.no' };
const officer: Grant = { role: 'case_officer', unitType: 'advisory_unit', unitId: '4204' };

type Someone = Awaited<ReturnType<typeof addWith>>;
let db: Store;
let astrid: Someone;
beforeAll(async () => {
  db = await openTestDb();
});
beforeEach(async () => {
  for (const table of ['identity', 'invitation', 'role_grant', 'message']) await db.owner.query(`delete from ${table}`);
  astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
});
afterAll(() => db.close());

const give = (newcomer: typeof kari, grant: Grant, until: Date | null = null) =>
  db.transaction(astrid.actor, (tx) =>
    admit(tx, newcomer, { ...grant, until }, { by: astrid.personId, letter: bareLetter, now: at })
  );
const takeOver = (id: string, newcomer: typeof kari) =>
  db.transaction(astrid.actor, (tx) =>
    replace(tx, id, newcomer, { by: astrid.personId, letter: bareLetter, now: later })
  );
const idOf = (email: string) =>
  db.transaction(system, async (tx) => (await findPersonByEmail(tx, email))?.id ?? 'nobody');

describe('giving access', () => {
  it('admits, gives and invites at once', async () => {
    expect(await give(kari, respondentOf('4204'))).toMatchObject({ name: 'Kari' });
    expect(await heldBy(db, await idOf(kari.email), at)).toEqual(['respondent 4204']);
    const [mail] = await mailTo(db, 'kari@example.no');
    expect(await db.transaction(system, (tx) => acceptInvitation(tx, mail?.body ?? '', at))).toBe(
      await idOf(kari.email)
    );
    expect((await audited(db, '4204')).slice(-2)).toEqual(['grant_given', 'invitation_made']);
  });

  it('shows the name of someone known, and sends those with an account no invitation', async () => {
    await give(kari, respondentOf('4204'));
    const [first] = await mailTo(db, 'kari@example.no');
    const personId = await db.transaction(system, (tx) => acceptInvitation(tx, first?.body ?? '', at));
    await give(kari, respondentOf('4204'));
    expect((await mailTo(db, 'kari@example.no')).map(({ body }) => body)).not.toContain('account');
    const account = { issuer: 'https://ansattporten.no', subject: 'kari', personId: personId ?? '' };
    await db.transaction(system, (tx) => bindIdentity(tx, account, at));
    expect(await give({ ...kari, name: 'Karianne' }, respondentOf('4205'))).toMatchObject({ name: 'Kari' });
    expect((await mailTo(db, 'kari@example.no')).map(({ body }) => body)).toContain('account');
  });

  it('to oneself, or outside one’s unit, gives nothing and sends nothing', async () => {
    expect(await give({ name: 'Me', email: 'ASTRID@example.no' }, respondentOf('4204'))).toBe('self');
    await expect(give(kari, respondentOf('5001'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(give(kari, officer)).rejects.toMatchObject({ code: 'not-found' });
    expect(await mailTo(db, 'kari@example.no')).toEqual([]);
    expect(await idOf(kari.email)).toBe(await idOf('kari@example.no'));
    expect(await heldBy(db, astrid.personId, at)).toEqual(['administrator sor']);
  });
});

describe('replacing someone', () => {
  it('moves what the actor may give, with its end, and nothing else', async () => {
    const ola = await addWith(db, 'Ola', [respondentOf('4205'), respondentOf('5001'), officer], at);
    const until = new Date('2030-01-01T00:00:00Z');
    await give({ name: 'Ola', email: ola.email }, respondentOf('4204'), until);
    expect(await takeOver(ola.personId, kari)).toMatchObject({ name: 'Kari' });
    const id = await idOf(kari.email);
    expect(await heldBy(db, id, later)).toEqual(['respondent 4204', 'respondent 4205']);
    expect(await heldBy(db, id, until)).toEqual(['respondent 4205']);
    expect(await heldBy(db, ola.personId, later)).toEqual(['case_officer 4204', 'respondent 5001']);
    expect((await mailTo(db, 'kari@example.no')).map(({ subject }) => subject)).toEqual(['2']);
  });

  it('does not shorten what the new one has, nor pass on what an organisation gave', async () => {
    const known = await addWith(db, 'Kari', [respondentOf('4204')], at);
    const ola = await addWith(db, 'Ola', [respondentOf('4204'), respondentOf('4205')], at);
    const until = '2030-01-01T00:00:00Z';
    await db.owner.query(`update role_grant set valid_until = $2 where person_id = $1`, [ola.personId, until]);
    await db.owner.query(`update role_grant set source = 'representation' where person_id = $1 and unit_id = '4205'`, [
      ola.personId
    ]);
    await takeOver(ola.personId, { name: 'Kari', email: known.email });
    expect(await heldBy(db, known.personId, new Date('2040-01-01'))).toEqual(['respondent 4204']);
    expect(await heldBy(db, known.personId, later)).toEqual(['respondent 4204']);
    expect(await heldBy(db, ola.personId, later)).toEqual([]);
  });

  it('is never by oneself, nor by the same person', async () => {
    const ola = await addWith(db, 'Ola', [respondentOf('4204')], at);
    expect(await takeOver(ola.personId, { name: 'Me', email: astrid.email })).toBe('self');
    expect(await takeOver(ola.personId, { name: 'Ola', email: ola.email })).toBe('same');
    expect(await heldBy(db, ola.personId, later)).toEqual(['respondent 4204']);
    expect(await heldBy(db, astrid.personId, later)).toEqual(['administrator sor']);
  });
});
