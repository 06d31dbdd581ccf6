import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listQualityHistories } from '#lib/server/quality-history.ts';
import { listEarlierAnswers, readQuality, readStanding } from '#lib/server/quality.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { someAnswers } from '../support/answers.ts';
import { addAdviser, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const changed: Answers = { ...someAnswers, cases_received: { status: 'reported', value: 9 } };

let db: Store;
let ragnhild: Actor;
let nils: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round, earlierRound]);
  ragnhild = await addAdviser(db, 'Ragnhild', 'sor');
  nils = await addAdviser(db, 'Nils', 'nord');
});
beforeEach(() => db.owner.query('delete from report'));
afterAll(() => db.close());

const send = (municipalityNo: string, answers: Answers, { of = round, hour = 9 } = {}) =>
  db.transaction(respondentOf(municipalityNo, of.id), (tx) =>
    submitReport(tx, {
      ...{ roundId: of.id, municipalityNo, answers, reasons: {}, submittedBy: 'Kari', channel: 'web' },
      submittedAt: new Date(of.opensAt.getTime() + hour * 3_600_000)
    })
  );
const { geography } = loadReference('data');
const background = { geography, period: round, rates: {} };
const quality = (actor: Actor) => db.transaction(actor, (tx) => readQuality(tx, round, background));

it('tells of every expected municipality its latest, its first and the last round’s answer', async () => {
  await send('4204', changed, { of: earlierRound });
  await send('4204', someAnswers);
  await send('4204', changed, { hour: 10 });
  await send('4205', someAnswers);
  const all = await quality(ragnhild);
  const of = (number: string) => all.find(({ municipalityNo }) => municipalityNo === number);
  expect(all.length).toBeGreaterThan(20);
  expect(of('4204')).toMatchObject({
    report: { version: 2, answers: changed },
    first: someAnswers,
    background: { last: { answers: changed } }
  });
  expect(of('4205')).toMatchObject({ report: { version: 1 }, first: null, background: { last: null } });
  expect(of('4205')?.review).toBe('unreviewed');
  expect(of('4206')).toMatchObject({ report: null, background: null, status: 'expected', threads: [] });
});

it('has a covered municipality stand in its host’s report, with the figures that are its own', async () => {
  await send('4205', changed);
  await db.transaction(respondentOf('4204'), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo: '4204', answers: someAnswers, reasons: {}, submittedBy: 'Kari' },
      ...{ channel: 'web', submittedAt: round.opensAt, coverage: { kind: 'each', figures: { '4205': someAnswers } } }
    })
  );
  const all = await quality(ragnhild);
  const covered = all.find(({ municipalityNo }) => municipalityNo === '4205');
  const hosted = { host: '4204', answers: someAnswers };
  expect(covered).toMatchObject({ status: 'covered_by_host', report: null, hosted });
  const histories = await db.transaction(ragnhild, (tx) => listQualityHistories(tx, round.id));
  const history = histories.find(({ municipalityNo }) => municipalityNo === '4205');
  expect(history).toMatchObject({ answeredAt: round.opensAt, versions: [] });
  const one = await db.transaction(ragnhild, (tx) => readStanding(tx, round.id, '4205'));
  expect(one).toMatchObject({ status: 'covered_by_host', isOwn: false, hosted });
});

it('tells an adviser of another region nothing', async () => {
  await send('4204', someAnswers);
  expect(await quality(nils)).toEqual([]);
});

it('gives the earlier rounds of one municipality, and no later ones', async () => {
  await send('4204', changed, { of: earlierRound });
  await send('4204', someAnswers);
  const earlier = (of: typeof round) => db.transaction(ragnhild, (tx) => listEarlierAnswers(tx, of, '4204'));
  const { periodStart, periodEnd, name: roundName } = earlierRound;
  expect(await earlier(round)).toEqual([{ roundName, periodStart, periodEnd, answers: changed }]);
  expect(await earlier(earlierRound)).toEqual([]);
});
