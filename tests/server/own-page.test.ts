import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import type { Store } from '#lib/server/db.ts';
import {
  inhabitantsOf,
  listServicePages,
  readOwn,
  readPublic,
  similarOnes,
  speaksFor,
  spokeFor
} from '#lib/server/own-page.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { someAnswers } from '../support/answers.ts';
import { earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const reference = loadReference('data');
const [own, covered, other] = ['4204', '4223', '4201'] as const;
let db: Store;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round]);
});
beforeEach(() => db.owner.query('truncate report, draft, message cascade'));
afterAll(() => db.close());

const send = (municipalityNo: string, of = round, coverage: Coverage | null = null, answers: Answers = someAnswers) =>
  db.transaction(respondentOf(municipalityNo, of.id), (tx) =>
    submitReport(tx, {
      ...{ roundId: of.id, municipalityNo, reasons: {}, submittedAt: of.opensAt, submittedBy: 'Kari', channel: 'web' },
      ...{ answers, coverage }
    })
  );
const read = (municipalityNo = own as string) =>
  db.transaction(respondentOf(municipalityNo), (tx) => readOwn(tx, { roundId: round.id, municipalityNo }));
const app = () => ({ reference, statistics: new Statistics(db, reference.geography, () => round.freezesAt) });

describe('the page of a municipality', () => {
  it('reads its own answers in this round and the earlier ones, and nobody else’s', async () => {
    await send(own, earlierRound);
    await send(own);
    await send(other);
    const { versions, earlier, conversations } = await read();
    expect(versions.map(({ municipalityNo }) => municipalityNo)).toEqual([own]);
    expect(earlier.map(({ round: { id }, answers }) => [id, answers])).toEqual([[earlierRound.id, someAnswers]]);
    expect(conversations).toEqual([]);
    const asAnother = await db.transaction(respondentOf(own), (tx) =>
      readOwn(tx, { roundId: round.id, municipalityNo: other })
    );
    expect([asAnother.versions, asAnother.earlier, asAnother.conversations]).toEqual([[], [], []]);
  });

  it('has no earlier round where only word of a host was given', async () => {
    await send(own, earlierRound, { kind: 'answered_by', host: other });
    expect((await read()).earlier).toEqual([]);
  });

  it('knows of those that are similar what the public knows, and no count', async () => {
    await send(other);
    const { facts } = await readPublic(app(), round);
    const similar = similarOnes(app(), { round, municipalityNo: own }, facts);
    expect(similar).toHaveLength(5);
    for (const one of similar) {
      expect(Object.keys(one).sort()).toEqual(
        ['alikeIn', 'municipalityNo', 'name', 'organisedUnder', 'population', 'status', 'webInfo'].sort()
      );
    }
    expect(facts.get(other)).toMatchObject({ status: 'answered', organisedUnder: someAnswers.organised_under?.value });
    expect(facts.get(covered)).toEqual({ status: 'missing', organisedUnder: null, webInfo: null });
  });

  it('knows the page of the service of those that told of one', async () => {
    const page = { status: 'reported', value: 'https://kommunen.example/rus' } as const;
    await send(other, round, null, { ...someAnswers, web_address: page });
    await send(own);
    const pages = await db.transaction({ kind: 'system', task: 'service_pages' }, (tx) =>
      listServicePages(tx, round.id, [own, other, covered])
    );
    expect([...pages]).toEqual([[other, page.value]]);
  });

  it('holds a host’s cases against the inhabitants of all that stand in them', async () => {
    const coverage: Coverage = { kind: 'whole', municipalities: [covered, other] };
    await send(own, round, coverage);
    const { facts } = await readPublic(app(), round);
    const members = [{ municipalityNo: covered, isExpected: true }];
    expect(speaksFor(coverage, members, facts)).toEqual([covered, other]);
    expect(speaksFor(null, members, facts)).toEqual([covered]);
    expect(speaksFor({ kind: 'each', figures: {} }, members, facts)).toEqual([]);
    expect(speaksFor({ kind: 'whole', municipalities: ['4205'] }, members, facts)).toEqual([]);
    expect(spokeFor(coverage, [])).toEqual([covered, other]);
    expect(spokeFor(null, [covered])).toEqual([covered]);
    expect(spokeFor({ kind: 'each', figures: { [other]: someAnswers } }, [covered])).toEqual([]);
    const one = (number: string) => inhabitantsOf(reference.geography, [number], round.periodEnd);
    expect(inhabitantsOf(reference.geography, [own, covered], round.periodEnd)).toBe(one(own) + one(covered));
    expect(one('9999')).toBe(0);
  });

  it('is like nobody where the round has nobody else', () => {
    expect(similarOnes(app(), { round, municipalityNo: own }, new Map())).toEqual([]);
  });
});
