import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { readDraft, saveDraft } from '#lib/server/draft.ts';
import { hashOf, sendReport, submitReport, type Form, type NewReport } from '#lib/server/report-submission.ts';
import { latestReports, listVersions, previousAnswers } from '#lib/server/report.ts';
import { someAnswers } from '../support/answers.ts';
import { addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const risor = respondentOf('4201');
const system: Actor = { kind: 'system', task: 'test' };
const monday = day('2025-01-06');
const tuesday = day('2025-01-07');

const typed = (fields: Record<string, string>) => ({
  ...{ base: {}, typed: fields, basedOn: null },
  editor: { name: null, window: 'a' }
});

let db: Store;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest');
});

beforeEach(async () => {
  await db.owner.query('truncate report, draft, draft_edit cascade');
});

afterAll(() => db.close());

const answer: NewReport = {
  roundId: round.id,
  municipalityNo: '4223',
  answers: someAnswers,
  reasons: {},
  submittedAt: monday,
  submittedBy: 'Kari',
  channel: 'web'
};
const send = (change: Partial<NewReport> = {}, form: Partial<Form> = {}, actor: Actor = vennesla) =>
  db.transaction(actor, (tx) => sendReport(tx, { ...answer, ...change }, { key: 'form-1', basedOn: null, ...form }));
const versions = (actor: Actor, municipalityNo = '4223') =>
  db.transaction(actor, (tx) => listVersions(tx, round.id, municipalityNo));
const numbers = async (actor: Actor) => (await versions(actor)).map(({ version }) => version);

describe('sending in', () => {
  it('adds a version, and the newest counts', async () => {
    await send();
    await send({ submittedBy: 'Ola', submittedAt: tuesday }, { key: 'form-2', basedOn: monday });
    expect(await numbers(vennesla)).toEqual([2, 1]);
    const latest = await db.transaction(adviser, (tx) => latestReports(tx, round.id));
    expect(latest).toMatchObject([{ municipalityNo: '4223', version: 2, submittedBy: 'Ola' }]);
  });

  it('the same form twice gives the same receipt, not two versions', async () => {
    const first = await send();
    expect(await send({ submittedAt: tuesday })).toEqual(first);
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it('the same form twice at once gives one version', async () => {
    const both = await Promise.all([send(), send()]);
    expect(both[0]).toEqual(both[1]);
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it('the same answers from a form opened afterwards are a new version', async () => {
    await send();
    await send({ submittedAt: tuesday }, { key: 'form-2', basedOn: monday });
    expect(await numbers(vennesla)).toEqual([2, 1]);
  });

  it('a form opened before someone else sent in is stopped, and told when that was', async () => {
    await send();
    expect(await send({ submittedBy: 'Ola', submittedAt: tuesday }, { key: 'form-2' })).toEqual({
      newer: { at: monday, isSent: true }
    });
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it('a form opened before someone else saved a draft is stopped, and the draft stands', async () => {
    await db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, typed({ name: 'Ola' }), { at: monday }));
    expect(await send({ submittedAt: tuesday })).toEqual({ newer: { at: monday, isSent: false } });
    expect(await db.transaction(vennesla, (tx) => readDraft(tx, round.id, '4223'))).not.toBeNull();
  });

  it('removes the draft it was made from', async () => {
    await db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, typed({}), { at: monday }));
    await send({ submittedAt: tuesday }, { basedOn: monday });
    expect(await db.transaction(vennesla, (tx) => readDraft(tx, round.id, '4223'))).toBeNull();
  });

  it('writes who, what and the hash into the audit', async () => {
    const sent = await send();
    if (!('report' in sent)) throw new Error('refused');
    const { rows } = await db.owner.query(
      `select actor_id, detail from audit where action = 'report_submitted' order by sequence desc limit 1`
    );
    expect(rows).toEqual([
      { actor_id: 'sor-2024/4223', detail: { version: 1, hash: sent.report.hash, channel: 'web' } }
    ]);
  });
});

describe('the letters about a version', () => {
  const letter = { recipient: 'kari@kommunen.example', subject: 'Kvittering', body: 'Versjon 1' };
  const sendWithLetter = () =>
    db.transaction(vennesla, (tx) => sendReport(tx, answer, { key: 'form-1', basedOn: null }, () => [letter]));
  const mails = async () => (await db.owner.query(`select recipient from message`)).rows;

  it('are queued with it, once for a form that is sent twice', async () => {
    await sendWithLetter();
    await sendWithLetter();
    expect(await mails()).toEqual([{ recipient: letter.recipient }]);
  });

  it('are not queued when it is not stored', async () => {
    const before = (await mails()).length;
    const work = db.transaction(vennesla, async (tx) => {
      await sendReport(tx, answer, { key: 'form-2', basedOn: null }, () => [letter]);
      throw new Error('no commit');
    });
    await expect(work).rejects.toThrow('no commit');
    expect(await mails()).toHaveLength(before);
  });
});

describe('the hash', () => {
  const original = { ...answer, version: 1 };

  it('is the same for the same content, whatever the order of its keys', () => {
    const turned = { ...original, answers: Object.fromEntries(Object.entries(someAnswers).reverse()) };
    expect(hashOf(turned)).toBe(hashOf(original));
    expect(hashOf(original)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<Partial<typeof original>>([
    { version: 2 },
    { municipalityNo: '4201' },
    { roundId: 'sor-2023' },
    { submittedBy: 'Ola' },
    { submittedAt: tuesday },
    { channel: 'phone' },
    { reasons: { none_handled: 'ja' } },
    { reasons: { none_handled: { code: 'cannot_fix', text: 'ja' } } },
    { changeReason: 'Tre saker var talt to ganger' },
    { carried: ['organised_under'] },
    { answers: { ...someAnswers, cases_received: { status: 'reported', value: 5 } } },
    { answers: { ...someAnswers, cases_received: { status: 'dont_know', value: null } } }
  ])('changes with %o', (change) => {
    expect(hashOf({ ...original, ...change })).not.toBe(hashOf(original));
  });

  it('of a version without a reason for a change is what it was before there were any', () => {
    expect(hashOf({ ...original, changeReason: null, carried: [] })).toBe(hashOf(original));
  });

  it('of a stored version is the hash of what is read back', async () => {
    await send({ changeReason: 'Rettet', carried: ['web_info'], reasons: { x: { code: 'right', text: '' } } });
    const [stored] = await versions(vennesla);
    if (!stored) throw new Error('nothing stored');
    const { hash, ...content } = stored;
    expect(hashOf(content)).toBe(hash);
  });
});

describe('who sees and writes reports', () => {
  it('a municipality sees its own and not its neighbour’s', async () => {
    await send();
    expect(await numbers(vennesla)).toEqual([1]);
    expect(await numbers(risor)).toEqual([]);
  });

  it('the adviser of the region sees them, another region’s adviser and the public nothing', async () => {
    await send();
    expect(await numbers(adviser)).toEqual([1]);
    expect(await numbers(stranger)).toEqual([]);
    expect(await numbers({ kind: 'public' })).toEqual([]);
  });

  it.each<[string, () => Actor]>([
    ['another municipality', () => risor],
    ['the adviser', () => adviser],
    ['the public', () => ({ kind: 'public' })],
    ['the same municipality with the link of another round', () => respondentOf('4223', earlierRound.id)]
  ])('%s cannot send in for the municipality', async (_who, actor) => {
    await expect(send({}, {}, actor())).rejects.toMatchObject({ status: 404 });
    expect(await numbers(vennesla)).toEqual([]);
  });

  it('the respondent cannot pass an answer off as imported', async () => {
    const work = db.transaction(vennesla, (tx) => submitReport(tx, { ...answer, channel: 'import' }));
    await expect(work).rejects.toMatchObject({ status: 404 });
  });

  it.each(['update report set submitted_by = $1', 'delete from report where submitted_by <> $1'])(
    'nobody may %s',
    async (sql) => {
      await send();
      const everyone: Actor[] = [vennesla, adviser, system, { kind: 'public' }];
      for (const actor of everyone) {
        await expect(db.transaction(actor, (tx) => tx.query(sql, ['x']))).rejects.toMatchObject({ status: 404 });
      }
      expect(await numbers(vennesla)).toEqual([1]);
    }
  );
});

describe('the database itself', () => {
  const second = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
  const submit = (actor: Actor, change: Partial<NewReport>) =>
    db.transaction(actor, (tx) => submitReport(tx, { ...answer, ...change }));
  const insert = (version: number) =>
    db.transaction(vennesla, (tx) =>
      tx.query(
        `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
        values ('4223', $1, $2, '{}', '{}', 'x', $3, 'Kari', 'web')`,
        [round.id, version, monday]
      )
    );

  it('takes answers from the moment the round opens', async () => {
    await submit(vennesla, { submittedAt: round.opensAt });
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it('takes answers until the round freezes, after its deadline too', async () => {
    await submit(vennesla, { submittedAt: second(round.freezesAt, -1) });
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it.each([
    ['before the round opens', second(round.opensAt, -1)],
    ['when the round freezes', round.freezesAt]
  ])('refuses an answer sent %s', async (_when, submittedAt) => {
    await expect(submit(vennesla, { submittedAt })).rejects.toMatchObject({ status: 404 });
    expect(await numbers(vennesla)).toEqual([]);
  });

  it('takes an import after the freeze', async () => {
    await submit(system, { submittedAt: second(round.freezesAt, 1), channel: 'import' });
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it.each<[string, Actor, 'web' | 'import']>([
    ['a respondent', vennesla, 'web'],
    ['an import', system, 'import']
  ])('refuses what %s dates into the future', async (_who, actor, channel) => {
    const work = submit(actor, { submittedAt: new Date('2050-01-01'), channel });
    await expect(work).rejects.toMatchObject({ status: 422, detail: { constraint: 'report_submitted_by_now' } });
  });

  it('takes a clock that is a little ahead of its own', async () => {
    await submit(system, { submittedAt: second(new Date(), 30), channel: 'import' });
    expect(await numbers(vennesla)).toEqual([1]);
  });

  it('numbers the versions of an answer without gaps, from one', async () => {
    const refused = { status: 422, detail: { constraint: 'report_version_follows' } };
    await expect(insert(2)).rejects.toMatchObject(refused);
    await insert(1);
    await expect(insert(1)).rejects.toMatchObject(refused);
    await expect(insert(3)).rejects.toMatchObject(refused);
    await insert(2);
    expect(await numbers(vennesla)).toEqual([2, 1]);
  });
});

describe('what was answered last time', () => {
  const before = () =>
    send({ roundId: earlierRound.id, submittedAt: day('2024-06-01') }, {}, respondentOf('4223', earlierRound.id));

  it('is shown beside the fields of the next round', async () => {
    await before();
    const previous = await db.transaction(vennesla, (tx) => previousAnswers(tx, round.id, '4223'));
    expect(previous).toEqual({
      roundName: 'Region Sør 2023',
      periodStart: earlierRound.periodStart,
      periodEnd: earlierRound.periodEnd,
      answers: someAnswers
    });
  });

  it('is nothing for another municipality, and nothing in the first round', async () => {
    await before();
    expect(await db.transaction(risor, (tx) => previousAnswers(tx, round.id, '4223'))).toBeNull();
    const first = respondentOf('4223', earlierRound.id);
    expect(await db.transaction(first, (tx) => previousAnswers(tx, earlierRound.id, '4223'))).toBeNull();
  });

  it('is never a later round: an old link does not show new answers', async () => {
    await send();
    expect(await numbers(respondentOf('4223', earlierRound.id))).toEqual([]);
  });
});
