import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '#lib/domain/coverage.ts';
import { listHosts, listRoundMembers, ruleCoverage, tellCovered, type Ruling } from '#lib/server/coverage.ts';
import { readEntries } from '#lib/server/dataset.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { saveDraft, readDraft } from '#lib/server/draft.ts';
import { hashOf, submitReport, type NewReport } from '#lib/server/report-submission.ts';
import { listVersions, previousAnswers } from '#lib/server/report.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { someAnswers } from '../support/answers.ts';
import { actAt, addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const monday = day('2025-01-06');
const [host, covered, other] = ['4204', '4223', '4201'];

let db: Store;
let adviser: Actor & { personId: string };
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
  stranger = await addAdviser(db, 'Vidar', 'vest');
});
beforeEach(async () => {
  await db.owner.query('truncate report, draft, message cascade');
  await db.owner.query(
    `update assignment set status = 'expected', covered_by = null, contact_email = municipality_no || '@kommune.example',
      cover_ruling = null, cover_ruling_host = null, cover_ruled_by = null, cover_ruled_at = null`
  );
});
afterAll(() => db.close());

const reportOf = (municipalityNo: string, coverage: Coverage | null = null): NewReport => ({
  ...{ roundId: round.id, municipalityNo, reasons: {}, submittedAt: monday, submittedBy: 'Kari', channel: 'web' },
  answers: coverage && 'host' in coverage ? {} : someAnswers,
  coverage
});
const letter = ({ municipalityNo }: { municipalityNo: string }) => ({
  subject: 'about ' + municipalityNo,
  body: 'text'
});
const send = (municipalityNo: string, coverage: Coverage | null = null) =>
  db.transaction(respondentOf(municipalityNo), async (tx) => {
    const report = await submitReport(tx, reportOf(municipalityNo, coverage));
    await tellCovered(tx, letter, monday);
    return report;
  });
const whole = (...municipalities: string[]): Coverage => ({ kind: 'whole', municipalities });
const hostsOf = (municipalityNo: string) => db.transaction(respondentOf(municipalityNo), (tx) => listHosts(tx));
const rule = (ruling: Ruling | null, actor: Actor = adviser) =>
  db.transaction(actor, async (tx) => {
    await actAt(tx, monday);
    await ruleCoverage(tx, { roundId: round.id, municipalityNo: covered }, ruling, {
      ...{ by: adviser.personId, at: monday, hosts: [host] }
    });
  });
const standing = async () =>
  (await db.transaction(adviser, (tx) => listProgress(tx, round.id))).find((one) => one.municipalityNo === covered)!;

describe('a report that speaks for others', () => {
  it('has them in its hash; one that does not has the hash it always had', async () => {
    const version = { ...reportOf(host), version: 1 };
    const before = Object.fromEntries(Object.entries(version).filter(([key]) => key !== 'coverage'));
    expect(hashOf(version)).toBe(hashOf(before as typeof version));
    expect(hashOf({ ...version, coverage: whole(covered) })).not.toBe(hashOf(version));
    expect((await send(host, whole(covered))).hash).toBe(hashOf({ ...version, coverage: whole(covered) }));
  });

  it('comes back as it was sent, and its change is in the audit', async () => {
    const sent = await send(host, { kind: 'each', figures: { [covered]: someAnswers } });
    const [read] = await db.transaction(respondentOf(host), (tx) => listVersions(tx, round.id, host));
    expect(read?.coverage).toEqual(sent.coverage);
    const { rows } = await db.owner.query<{ change: Record<string, unknown> }>(
      `select change from audit where chain = $1 and action = 'report_submitted' order by sequence desc limit 1`,
      [host]
    );
    expect(rows[0]?.change.coverage).toEqual([null, sent.coverage]);
  });

  it('gives the gate the covered municipality with its host', async () => {
    await send(host, whole(covered));
    const places = { get: (number: string) => ({ number, countyNumber: '42', population: { total: 10 } }) };
    const entries = await db.transaction(system, (tx) => readEntries(tx, round.id, places as never));
    expect(entries.find(({ municipalityNo }) => municipalityNo === covered)).toMatchObject({
      ...{ status: 'covered_by_host', answers: null, standsIn: { host, part: 'whole' } }
    });
  });

  it('that only says who answers is no earlier answer, and one that says no leaves the draft', async () => {
    await db.owner.query(
      `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel,
        coverage)
      values ($1, $2, 1, '{}', '{}', 'x', $3, 'Kari', 'web', '{"kind": "answered_by", "host": "4204"}')`,
      [covered, earlierRound.id, day('2024-02-01')]
    );
    expect(await db.transaction(respondentOf(covered), (tx) => previousAnswers(tx, round.id, covered))).toBeNull();
    const key = { roundId: round.id, municipalityNo: covered };
    await db.transaction(respondentOf(covered), (tx) =>
      saveDraft(
        tx,
        key,
        { base: {}, typed: { cases_received: '3' }, basedOn: null, editor: { name: null, window: 'a' } },
        { at: monday }
      )
    );
    await send(host, whole(covered));
    await send(covered, { kind: 'not_answered_by', host });
    expect(await db.transaction(respondentOf(covered), (tx) => readDraft(tx, round.id, covered))).not.toBeNull();
  });
});

describe('what a covered municipality learns', () => {
  it('is that a host names it, and nothing that the host answered', async () => {
    expect(await hostsOf(covered)).toEqual([]);
    await send(host, whole(covered));
    expect(await hostsOf(covered)).toEqual([{ host, hasAnswered: true, namesMe: true }]);
    expect(await hostsOf(other)).toEqual([]);
    expect(await db.transaction(respondentOf(covered), (tx) => listVersions(tx, round.id, host))).toEqual([]);
  });

  it('is whether the host it points to, or the list does, has answered', async () => {
    await db.owner.query(
      `update assignment set status = 'covered_by_host', covered_by = $1 where municipality_no = $2`,
      [host, covered]
    );
    expect(await hostsOf(covered)).toEqual([{ host, hasAnswered: false, namesMe: false }]);
    await send(host, whole());
    expect(await hostsOf(covered)).toEqual([{ host, hasAnswered: true, namesMe: false }]);
    await send(covered, { kind: 'answered_by', host: other });
    expect((await hostsOf(covered)).map((one) => one.host)).toEqual([other, host]);
  });

  it('is open to its own respondent only', async () => {
    await send(host, whole(covered));
    for (const actor of [adviser, stranger, { kind: 'public' } as const]) {
      expect(await db.transaction(actor, (tx) => listHosts(tx))).toEqual([]);
      expect(await db.transaction(actor, (tx) => listRoundMembers(tx))).toEqual([]);
    }
    const said = db.transaction(respondentOf(covered), (tx) => tx.query('select * from app_said()'));
    await expect(said).rejects.toMatchObject({ status: 404 });
  });

  it('is which other municipalities the round expects, and which stand under it', async () => {
    await db.owner.query(
      `update assignment set status = 'covered_by_host', covered_by = $1 where municipality_no = $2 and round_id = $3`,
      [host, covered, round.id]
    );
    const members = await db.transaction(respondentOf(host), (tx) => listRoundMembers(tx));
    expect(members).toHaveLength(24);
    expect(members.filter(({ isExpected }) => isExpected).map((one) => one.municipalityNo)).toEqual([covered]);
  });
});

describe('the mail to a covered municipality', () => {
  const recipients = async () =>
    (await db.owner.query<{ recipient: string }>('select recipient from message order by recipient')).rows.map(
      ({ recipient }) => recipient
    );

  it('goes out once, when a host first names it', async () => {
    await send(host, whole(covered));
    await send(host, whole(covered));
    expect(await recipients()).toEqual([`${covered}@kommune.example`]);
    await send(host, whole(covered, other));
    await send(host, whole());
    await send(host, whole(covered));
    expect(await recipients()).toEqual([`${other}@kommune.example`, `${covered}@kommune.example`]);
  });

  it('goes to nobody that the host does not name, whoever asks', async () => {
    await send(host, whole(covered));
    await db.owner.query('truncate message cascade');
    const ask = (actor: Actor) =>
      db.transaction(actor, (tx) =>
        tx.query<{ told: boolean }>(
          `select app_tell_covered('4201', '00000000-0000-7000-8000-000000000001', 'a', 'b', now()) as told`
        )
      );
    for (const actor of [respondentOf(host), respondentOf(other), adviser, { kind: 'public' } as const]) {
      expect(await ask(actor)).toEqual([{ told: false }]);
    }
    expect(await recipients()).toEqual([]);
  });
});

describe('an adviser’s decision', () => {
  beforeEach(async () => {
    await send(host, whole(covered));
    await send(covered);
  });

  it('settles the conflict, can be taken back, and stands in both audits', async () => {
    expect((await standing()).standing).toMatchObject({
      status: 'covered_by_host',
      conflict: { code: 'answers_itself' }
    });
    await rule({ holds: 'own' });
    expect((await standing()).standing).toMatchObject({ status: 'answered', conflict: null });
    await rule({ holds: 'host', host });
    expect((await standing()).standing).toMatchObject({ standsIn: host, conflict: null });
    await rule(null);
    expect((await standing()).standing.conflict).not.toBeNull();
    const { rows } = await db.owner.query<{ chain: string; action: string }>(
      `select chain, action from audit where action like 'coverage%' order by chain, sequence`
    );
    const actions = ['coverage_ruled', 'coverage_ruled', 'coverage_ruling_undone'];
    expect(rows).toEqual([host, covered].flatMap((chain) => actions.map((action) => ({ chain, action }))));
  });

  it('changes the state that the statistics follow', async () => {
    const revision = async () =>
      (await db.owner.query<{ sum: string }>('select sum(revision) from assignment')).rows[0]?.sum;
    const before = await revision();
    await rule({ holds: 'own' });
    expect(await revision()).not.toBe(before);
  });

  it('is for advisers of the region, in their own name', async () => {
    for (const actor of [stranger, respondentOf(covered), respondentOf(host)]) {
      await expect(rule({ holds: 'own' }, actor)).rejects.toMatchObject({ status: 404 });
    }
    const forged = db.transaction(adviser, async (tx) => {
      await actAt(tx, monday);
      await tx.query(
        `update assignment set cover_ruling = 'own', cover_ruled_at = now(), cover_ruled_by = $1 where municipality_no = $2`,
        ['00000000-0000-7000-8000-000000000009', covered]
      );
    });
    await expect(forged).rejects.toMatchObject({ status: 404 });
  });

  it('names a host of the round, never the municipality itself', async () => {
    for (const wrong of ['0301', covered]) {
      await expect(rule({ holds: 'host', host: wrong })).rejects.toMatchObject({ status: 404 });
    }
  });
});
