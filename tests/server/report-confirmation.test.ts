import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForCorrection } from '#lib/server/correction-request.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { confirmReport, listConfirmations } from '#lib/server/report-confirmation.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const monday = day('2025-01-06');

let db: Store;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest');
});

beforeEach(async () => {
  await db.owner.query('truncate report cascade');
});

afterAll(() => db.close());

const register = (version: number, channel: string) =>
  db.owner.query(
    `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
    values ('4223', $1, $2, '{}', '{}', 'x', $3, 'Ragnhild', $4)`,
    [round.id, version, monday, channel]
  );
const confirm = (version: number, actor: Actor = vennesla, confirmedAt = monday) =>
  db.transaction(actor, (tx) => confirmReport(tx, vennesla, { version, confirmedBy: 'Kari', confirmedAt }));
const confirmed = (actor: Actor) => db.transaction(actor, (tx) => listConfirmations(tx, vennesla));

describe('an answer by phone', () => {
  it('is confirmed by its municipality, once, with a row in the audit', async () => {
    await register(1, 'phone');
    await confirm(1);
    await confirm(1, vennesla, day('2025-01-07'));
    expect(await confirmed(vennesla)).toEqual([{ version: 1, confirmedBy: 'Kari', confirmedAt: monday }]);
    expect(await confirmed(adviser)).toHaveLength(1);
    const { rows } = await db.owner.query(`select detail from audit where action = 'report_confirmed'`);
    expect(rows).toEqual([{ detail: { version: 1 } }]);
  });

  it('is not confirmed by anyone else, nor seen confirmed by those of another region', async () => {
    await register(1, 'phone');
    for (const actor of [adviser, stranger, respondentOf('4201'), { kind: 'public' } as const]) {
      await expect(confirm(1, actor)).rejects.toMatchObject({ status: 404 });
    }
    await confirm(1);
    expect(await confirmed(stranger)).toEqual([]);
    expect(await confirmed(respondentOf('4201'))).toEqual([]);
  });

  it('is confirmed only as the newest version, and not what came otherwise', async () => {
    await register(1, 'phone');
    await register(2, 'web');
    await expect(confirm(1)).rejects.toMatchObject({ status: 404 });
    await expect(confirm(2)).rejects.toMatchObject({ status: 404 });
  });

  it('is not confirmed once the round is frozen', async () => {
    await register(1, 'phone');
    await expect(confirm(1, vennesla, round.freezesAt)).rejects.toMatchObject({ status: 404 });
  });
});

it('a request for a correction is a mail to each adviser, and the audit keeps that it was asked, not what', async () => {
  const letter = { recipients: ['a@korus.example', 'b@korus.example'], subject: 'S', body: 'Tre saker for mye' };
  await db.transaction(vennesla, (tx) => askForCorrection(tx, vennesla, letter, monday));
  const mails = await db.owner.query(`select recipient, body from message order by recipient`);
  expect(mails.rows.map(({ recipient }) => recipient)).toEqual(letter.recipients);
  const { rows } = await db.owner.query(`select chain, detail from audit where action = 'correction_asked'`);
  expect(rows).toEqual([{ chain: '4223', detail: { recipients: 2 } }]);
});
