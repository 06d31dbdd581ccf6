import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAssignment, replaceContact } from '#lib/server/assignment.ts';
import {
  changeContactDetails,
  clearBounced,
  keepContact,
  keepFirstContacts,
  listContacts,
  markBounced
} from '#lib/server/contact.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { audited } from '../support/people.ts';
import { addAdviser, day, openRounds, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-10');
const kari = { name: 'Kari', email: 'kari@vennesla.example' };
const ola = { name: 'Ola', email: 'ola@vennesla.example' };

let db: Store;
let adviser: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest-bergen');
});
afterAll(() => db.close());

const contacts = (actor: Actor, no = '4223') => db.transaction(actor, (tx) => listContacts(tx, no));

it('replacing the contact of a round changes the municipality’s own, and keeps the one before', async () => {
  const place = { roundId: round.id, municipalityNo: '4223' };
  for (const contact of [kari, ola]) {
    await db.transaction(adviser, (tx) => replaceContact(tx, place, contact, { secret, at }));
  }
  const [now, before] = await contacts(adviser);
  expect(now).toMatchObject({ ...ola, kind: 'person', validUntil: null });
  expect(before).toMatchObject({ ...kari, validUntil: at });
  const { rows } = await db.owner.query('select replaced_by as id from contact where id = $1', [before?.id]);
  expect(rows).toEqual([{ id: now?.id }]);
  const assignment = await db.transaction(adviser, (tx) => findAssignment(tx, round.id, '4223'));
  expect(assignment).toMatchObject({ contactEmail: ola.email });
});

it('whoever answers for the municipality may hand over, and sees no other municipality’s contacts', async () => {
  const place = { roundId: round.id, municipalityNo: '4223' };
  await db.transaction(respondentOf('4223'), (tx) => replaceContact(tx, place, kari, { secret, at }));
  expect((await contacts(respondentOf('4223')))[0]).toMatchObject(kari);
  expect(await contacts(respondentOf('4204'))).toEqual([]);
  expect(await contacts(stranger)).toEqual([]);
  expect(await contacts({ kind: 'public' })).toEqual([]);
});

it('telephone, language and shared mailbox are kept beside the person', async () => {
  const details = { phone: '38 13 72 00', language: 'nn' as const, mailbox: 'post@vennesla.example' };
  await db.transaction(adviser, (tx) => changeContactDetails(tx, '4223', details, at));
  await db.transaction(adviser, (tx) => changeContactDetails(tx, '4223', details, at));
  const current = (await contacts(adviser)).filter(({ validUntil }) => validUntil === null);
  expect(current).toMatchObject([
    { ...kari, phone: details.phone, language: 'nn' },
    { kind: 'mailbox', email: details.mailbox, language: 'nn' }
  ]);
});

describe('returned mail', () => {
  it('is marked once, told in the audit without the address, and taken back', async () => {
    const mark = { municipalityNo: '4223', email: 'KARI@vennesla.example' };
    const told = { ...mark, reason: 'told' };
    expect(await db.transaction(adviser, (tx) => markBounced(tx, told, at))).toBe(true);
    expect(await db.transaction(adviser, (tx) => markBounced(tx, told, at))).toBe(false);
    expect((await contacts(adviser))[0]).toMatchObject({ bouncedAt: at, bounceReason: 'told' });
    expect(await db.transaction(adviser, (tx) => clearBounced(tx, mark, at))).toBe(true);
    expect((await contacts(adviser))[0]).toMatchObject({ bouncedAt: null });
    expect(await audited(db, '4223')).toEqual(expect.arrayContaining(['contact_bounced', 'contact_restored']));
    const { rows } = await db.owner.query(`select audit::text as row from audit where action like 'contact_bounced'`);
    expect(JSON.stringify(rows)).not.toContain('vennesla.example');
  });

  it('is forgotten when somebody says that the address is the right one', async () => {
    await db.transaction(system, (tx) =>
      markBounced(tx, { municipalityNo: '4223', email: kari.email, reason: '550' }, at)
    );
    await db.transaction(adviser, (tx) => keepContact(tx, '4223', kari, at));
    expect((await contacts(adviser))[0]).toMatchObject({ ...kari, bouncedAt: null });
  });
});

it('a round that begins with contacts gives them to those that have none', async () => {
  const given = [
    { municipalityNo: '4204', name: 'Siri', email: 'siri@kristiansand.example' },
    { municipalityNo: '4223', name: 'Per', email: 'per@vennesla.example' }
  ];
  await db.transaction(system, (tx) => keepFirstContacts(tx, given, at));
  expect(await contacts(adviser, '4204')).toMatchObject([{ email: 'siri@kristiansand.example' }]);
  expect((await contacts(adviser)).map(({ email }) => email)).not.toContain('per@vennesla.example');
});

it('the migration makes a contact of whom the latest round of a municipality wrote to', async () => {
  const sql = readFileSync('src/lib/server/migrations/0016_follow_up.sql', 'utf8');
  const insert = /insert into contact [^;]+;/.exec(sql)?.[0];
  if (!insert) throw new Error('the migration moves no contacts');
  await db.owner.query('delete from contact');
  await db.owner.query(`update assignment set contact_name = 'Anne', contact_email = 'anne@lindesnes.example'
    where municipality_no = '4205'`);
  await db.owner.query(insert);
  expect(await contacts(adviser, '4205')).toMatchObject([
    { kind: 'person', name: 'Anne', email: 'anne@lindesnes.example', language: 'nb', validFrom: round.opensAt }
  ]);
  expect(await contacts(adviser, '4204')).toEqual([]);
});
