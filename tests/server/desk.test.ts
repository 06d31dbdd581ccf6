import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import type { Answers } from '#lib/domain/answer.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Store } from '#lib/server/db.ts';
import { findDeskAddress } from '#lib/server/desk-address.ts';
import { readDesk, readDeskRounds, readDeskTown } from '#lib/server/desk.ts';
import {
  addContact,
  finishNext,
  listContactLog,
  listLatestContacts,
  removeContact
} from '#lib/server/follow-contact.ts';
import { importReport } from '#lib/server/opening.ts';
import { actorOf, readUser, type PersonUser } from '#lib/server/person.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { someAnswers } from '../support/answers.ts';
import { addWith, audited, system } from '../support/people.ts';
import { day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const reference = loadReference('data');
const questionnaires = loadQuestionnaires('data/questionnaires');
const [town, other] = ['4204', '4201'];
const at = day('2025-06-01');
const clock = () => at;
const governorOf = (unitId: string): Grant => ({ role: 'governor', unitType: 'county', unitId });
const korus: Grant = { role: 'adviser', unitType: 'korus_region', unitId: 'sor' };
const open = { ...round, id: 'sor-2199', slug: '2199', periodEnd: '2024-12-31', closesAt: day('2199-01-01') };

let db: Store;
let grete: PersonUser;
let ragnhild: PersonUser;
let gunnar: PersonUser;

async function personOf(name: string, grant: Grant): Promise<PersonUser> {
  const { personId } = await addWith(db, name, [grant], at);
  return (await db.transaction(system, (tx) => readUser(tx, personId, 'everything', at)))!;
}
const answer = (roundId: string, municipalityNo: string, answers: Answers, on: string) =>
  db.transaction(system, (tx) => importReport(tx, { roundId, municipalityNo, answers, source: 'test' }, day(on)));
const deskOf = (user: PersonUser) => readDesk({ db, reference, questionnaires, clock }, user);
const as = <T>(user: PersonUser, work: (tx: Parameters<Parameters<Store['transaction']>[1]>[0]) => Promise<T>) =>
  db.transaction(actorOf(user), work);

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round, { ...open, freezesAt: day('2199-02-01') }]);
  await answer(earlierRound.id, town!, someAnswers, '2024-02-01');
  await answer(round.id, town!, { ...someAnswers, cases_handled: { status: 'reported', value: 0 } }, '2025-01-15');
  await answer(open.id, other!, someAnswers, '2025-02-01');
  [grete, ragnhild, gunnar] = [
    await personOf('Grete', governorOf('42')),
    await personOf('Ragnhild', korus),
    await personOf('Gunnar', governorOf('50'))
  ];
});
afterAll(() => db.close());

describe('the desk', () => {
  it('has every municipality of the own county, those who need attention first, with the reasons', async () => {
    const towns = await deskOf(grete);
    expect(towns.length).toBe(25);
    expect(towns.every(({ countyNumber }) => countyNumber === '42')).toBe(true);
    expect(towns[0]).toMatchObject({ reasons: [{ kind: 'silent', rounds: 2 }], rounds: [{ name: round.name }, {}] });
    expect(towns.at(-1)).toMatchObject({
      municipalityNo: town,
      reasons: [
        { kind: 'none_met', received: 4 },
        { kind: 'missing', duty: 'web_info' }
      ]
    });
  });

  it('has nothing of a round that takes answers, and nothing of other counties', async () => {
    const rounds = await as(grete, (tx) => readDeskRounds(tx, { questionnaires }));
    expect(rounds.map((one) => one.round.id).toSorted()).toEqual([earlierRound.id, round.id]);
    expect(await as(gunnar, (tx) => readDeskRounds(tx, { questionnaires }))).toEqual([]);
    expect((await deskOf(gunnar)).every(({ rounds }) => rounds.length === 0)).toBe(true);
  });

  it('gives a host of another county as who answers for whom, and never what it answered', async () => {
    const gerd = await personOf('Gerd', governorOf('40'));
    await actAtOwner(
      `update assignment set status = 'covered_by_host', covered_by = '${town}' where municipality_no = '${other}'`
    );
    const rows = await as(grete, (tx) =>
      tx.query<{ number: string }>(
        `select municipality_no as number from app_desk_answers('{cases_received}', null, '{sor-2023,sor-2024,sor-2199}') where answers <> '{}'`
      )
    );
    expect(rows.every(({ number }) => number.startsWith('42'))).toBe(true);
    expect(
      await as(gerd, (tx) =>
        tx.query(`select from app_desk_answers('{cases_received}', null, '{sor-2023,sor-2024,sor-2199}')`)
      )
    ).toEqual([]);
    await actAtOwner(`update assignment set status = 'expected', covered_by = null where municipality_no = '${other}'`);
  });

  it('is told of in the audit of each municipality, once a day', async () => {
    const seen = async () => (await audited(db, town!)).filter((one) => one === 'desk_seen').length;
    const past = await seen();
    const gro = await personOf('Gro', governorOf('42'));
    await deskOf(gro);
    await deskOf(gro);
    expect(await seen()).toBe(past + 1);
  });

  it('has what the check of a web page found, with its date, and nothing of other counties', async () => {
    await db.owner.query(
      `insert into web_check (municipality_no, address, claimed_at, checked_at, outcome)
      values ($1, 'https://www.kristiansand.kommune.no/rus', $2, $2, 'named')`,
      [town, at]
    );
    const desk = { db, reference, questionnaires, clock };
    const place = municipalitiesAt(reference.geography, '2025-06-01').find(({ number }) => number === town)!;
    const read = await readDeskTown(desk, grete, place);
    expect(read.webCheck).toMatchObject({ outcome: 'named', checkedAt: at });
    await expect(readDeskTown(desk, gunnar, place)).rejects.toMatchObject({ status: 404 });
  });

  it('is nobody else’s', async () => {
    for (const actor of [respondentOf(town!), { kind: 'public' } as const]) {
      expect(
        await db.transaction(actor, (tx) =>
          tx.query(`select from app_desk_answers('{cases_received}', null, '{sor-2023,sor-2024,sor-2199}')`)
        )
      ).toEqual([]);
      for (const table of ['promise', 'promise_event', 'follow_contact'])
        expect(await db.transaction(actor, (tx) => tx.query(`select from ${table}`)), table).toEqual([]);
    }
  });

  const actAtOwner = (sql: string) => db.owner.query(sql);
});

describe('the log', () => {
  const call = {
    happenedOn: '2025-05-01',
    kind: 'call' as const,
    text: 'Rutinen',
    nextOn: '2025-06-15',
    nextSide: 'korus' as const
  };
  const by = (user: PersonUser, side: 'governor' | 'korus') => ({ personId: user.personId, name: user.name, side });

  it('is the same for the county governor and KORUS, and for nobody else', async () => {
    const id = await as(grete, (tx) => addContact(tx, town!, { ...call, by: by(grete, 'governor') }, at));
    expect(await as(ragnhild, (tx) => listContactLog(tx, town!))).toMatchObject([
      { id, writer: 'Grete', side: 'governor' }
    ]);
    expect(await as(gunnar, (tx) => listContactLog(tx, town!))).toEqual([]);
    const [latest] = await as(ragnhild, listLatestContacts);
    expect(latest).toEqual({
      ...{ municipalityNo: town, lastOn: '2025-05-01', lastBy: 'Grete', lastSide: 'governor' },
      ...{ nextOn: '2025-06-15', nextSide: 'korus' }
    });
    await as(ragnhild, (tx) => finishNext(tx, town!, id, at));
    expect((await as(grete, listLatestContacts))[0]).toMatchObject({ nextOn: null });
    await expect(as(ragnhild, (tx) => removeContact(tx, town!, id, at))).rejects.toMatchObject({ status: 404 });
    await as(grete, (tx) => removeContact(tx, town!, id, at));
    expect(await audited(db, town!)).toEqual(
      expect.arrayContaining(['follow_contact_added', 'follow_contact_done', 'follow_contact_removed'])
    );
  });

  it('refuses what is written about another county, or in another’s name', async () => {
    const write = (user: PersonUser, writer: PersonUser) =>
      as(user, (tx) => addContact(tx, town!, { ...call, by: by(writer, 'governor') }, at));
    await expect(write(gunnar, gunnar)).rejects.toMatchObject({ status: 404 });
    await expect(write(grete, ragnhild)).rejects.toMatchObject({ status: 404 });
  });

  it('tells that KORUS has called, without what was said', async () => {
    await db.owner.query(
      `insert into contact_note (municipality_no, round_id, id, at, written_by, text, outcome, next_date)
      values ($1, $2, gen_random_uuid(), $3, $4, 'Hemmelig', 'talked', '2025-07-01')`,
      [other, round.id, day('2025-05-20'), ragnhild.personId]
    );
    const latest = await as(grete, listLatestContacts);
    expect(latest.find(({ municipalityNo }) => municipalityNo === other)).toMatchObject({
      ...{ lastOn: '2025-05-20', lastBy: 'Ragnhild', lastSide: 'korus', nextOn: '2025-07-01', nextSide: 'korus' }
    });
    expect(await as(grete, (tx) => tx.query('select from contact_note'))).toEqual([]);
  });
});

it('writes to the shared mailbox before the person, and only for who follows the municipality up', async () => {
  const add = (kind: string, email: string, language: string) =>
    db.owner.query(
      `insert into contact (municipality_no, id, kind, name, email, language, valid_from)
      values ($1, gen_random_uuid(), $2, 'Kari', $3, $4, $5)`,
      [town, kind, email, language, at]
    );
  expect(await as(grete, (tx) => findDeskAddress(tx, town!))).toBeNull();
  await add('person', 'kari@kommune.example', 'nb');
  await add('mailbox', 'post@kommune.example', 'nn');
  expect(await as(grete, (tx) => findDeskAddress(tx, town!))).toEqual({
    email: 'post@kommune.example',
    language: 'nn'
  });
  expect(await as(gunnar, (tx) => findDeskAddress(tx, town!))).toBeNull();
});
