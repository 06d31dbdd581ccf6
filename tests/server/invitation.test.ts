import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Grant, Scope, User } from '#lib/domain/access.ts';
import type { Store } from '#lib/server/db.ts';
import { giveGrant, withdrawGrant } from '#lib/server/grant.ts';
import {
  acceptInvitation,
  findInvitation,
  latestInvitation,
  makeInvitation,
  refuseInvitation
} from '#lib/server/invitation.ts';
import { addWith, administratorOf, audited, respondentOf, system } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';
import { standing } from '../../src/routes/invitasjon/[token]/invited.ts';

const at = new Date('2024-03-01T09:00:00Z');
const daysLater = (days: number) => new Date(at.getTime() + days * 86_400_000);
const grant = respondentOf('4204');

type Someone = Awaited<ReturnType<typeof addWith>>;
let db: Store;
let astrid: Someone;
let ola: Someone;
beforeAll(async () => {
  db = await openTestDb();
  astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
  ola = await addWith(db, 'Ola', [grant], at);
});
beforeEach(async () => {
  await db.owner.query('delete from invitation');
  await db.transaction(system, (tx) => giveGrant(tx, { ...grant, personId: ola.personId }, at));
});
afterAll(() => db.close());

const make = (now = at) =>
  db.transaction(astrid.actor, (tx) =>
    makeInvitation(tx, { personId: ola.personId, by: astrid.personId, chain: '4204' }, now)
  );
const find = (token: string, now = at) => db.transaction(system, (tx) => findInvitation(tx, token, now));
const accept = (token: string, now = at) => db.transaction(system, (tx) => acceptInvitation(tx, token, now));

it('tells whom it is for and who gave it, and looking does not use it up', async () => {
  const token = await make();
  const shown = { personId: ola.personId, name: 'Ola', giverName: 'Astrid', giverEmail: astrid.email, isUsable: true };
  expect(await find(token)).toMatchObject(shown);
  expect(await find(token)).toMatchObject(shown);
  expect(await find('made up')).toBeNull();
  expect(await audited(db, '4204')).toContain('invitation_made');
});

it('is used once, within 14 days', async () => {
  const token = await make();
  expect(await accept(token, daysLater(14))).toBeNull();
  expect(await accept(token, daysLater(13))).toBe(ola.personId);
  expect(await accept(token, daysLater(13))).toBeNull();
  expect(await find(token)).toMatchObject({ isUsable: false, giverName: 'Astrid' });
});

it('ends those before it, and ends with what was given', async () => {
  const older = await make();
  const newer = await make(daysLater(1));
  expect(await find(older, daysLater(1))).toMatchObject({ isUsable: false });
  expect(await find(newer, daysLater(1))).toMatchObject({ isUsable: true });
  await db.transaction(system, (tx) => withdrawGrant(tx, ola.personId, grant, daysLater(1)));
  expect(await accept(newer, daysLater(2))).toBeNull();
});

it('is not taken by someone who signed in by e-mail, who may answer all the same', () => {
  const signedIn = (scope: Scope, grants: readonly Grant[]): User => ({
    ...{ kind: 'person', personId: ola.personId, name: 'Ola', scope, grants }
  });
  const answers = { personId: ola.personId, isToAnswerOnly: true };
  expect(standing({ kind: 'public' }, answers)).toBe('unknown');
  expect(standing(signedIn('everything', [grant]), answers)).toBe('invited');
  expect(standing(signedIn('answers', [grant]), answers)).toBe('answering');
  expect(standing(signedIn('answers', []), answers)).toBe('weak');
  expect(standing(signedIn('answers', [grant]), { ...answers, isToAnswerOnly: false })).toBe('weak');
  expect(standing(signedIn('everything', [grant]), { ...answers, personId: astrid.personId })).toBe('other');
});

it('keeps only the hash of its token', async () => {
  const token = await make();
  const { rows } = await db.owner.query<{ kept: string }>(`select to_jsonb(invitation)::text as kept from invitation`);
  expect(rows[0]?.kept).not.toContain(token);
});

it('is declined with a name, which who manages the person is shown', async () => {
  const token = await make();
  const refuse = () =>
    db.transaction(system, (tx) => refuseInvitation(tx, token, { name: 'Kari', email: 'Kari@example.no' }, at));
  expect(await refuse()).toBe(true);
  expect(await refuse()).toBe(false);
  expect(await accept(token)).toBeNull();
  const seen = await db.transaction(astrid.actor, (tx) => latestInvitation(tx, ola.personId));
  expect(seen).toMatchObject({ declinedAt: at, suggestedName: 'Kari', suggestedEmail: 'kari@example.no' });
});

it('is made, seen and used by nobody else', async () => {
  const token = await make();
  const other = await addWith(db, 'Turid', [administratorOf('midt')], at);
  const refused = { code: 'not-found' };
  const invited = { personId: ola.personId, by: other.personId, chain: '5001' };
  await expect(db.transaction(other.actor, (tx) => makeInvitation(tx, invited, at))).rejects.toMatchObject(refused);
  expect(await db.transaction(other.actor, (tx) => latestInvitation(tx, ola.personId))).toBeNull();
  await expect(db.transaction(astrid.actor, (tx) => acceptInvitation(tx, token, at))).rejects.toMatchObject(refused);
  expect(await db.transaction(ola.actor, (tx) => acceptInvitation(tx, token, at))).toBeNull();
  const own = { personId: astrid.personId, by: astrid.personId, chain: 'sor' };
  await expect(db.transaction(astrid.actor, (tx) => makeInvitation(tx, own, at))).rejects.toMatchObject(refused);
});
