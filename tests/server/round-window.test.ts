import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roundPhase, takesAnswers, type Round } from '#lib/domain/round.ts';
import { orderProblems, moveProblems, type Schedule } from '#lib/domain/round-schedule.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { prepareRound } from '#lib/server/expectation.ts';
import { giveExtension, withdrawExtension } from '#lib/server/extension.ts';
import { Problem } from '#lib/server/problem.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { hasAnswered } from '#lib/server/report.ts';
import { changeRound, findRound, openPrepared } from '#lib/server/round.ts';
import { addAdviser, day, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
afterAll(() => db.close());

const dayMs = 86_400_000;
const start = day('2024-01-01');
const at = (offset: number) => new Date(start.getTime() + offset * dayMs);
const offset = fc.integer({ min: 1, max: 60 });
const schedule = fc
  .tuple(offset, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([opens, shown, more, last]): Schedule => {
    const deadline = opens + shown;
    return {
      ...{ opensAt: at(opens), deadlineAt: at(deadline) },
      ...{ closesAt: at(deadline + more), freezesAt: at(deadline + more + last) }
    };
  });
const event = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'open' } as const) },
  { weight: 1, arbitrary: schedule.map((to) => ({ kind: 'move', to }) as const) },
  { weight: 2, arbitrary: offset.map((until) => ({ kind: 'extend', until: at(until) }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' } as const) },
  { weight: 5, arbitrary: fc.constant({ kind: 'answer' } as const) }
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), event), { minLength: 4, maxLength: 14 });

let made = 0;

/** What was refused is refused by a Problem; anything else is a fault of the test or of ours. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

it(
  'the table of states and the store agree on whether an answer is taken, over any history',
  { timeout: 120_000 },
  async () => {
    let taken = 0;
    let refused = 0;
    const play = async (first: Schedule, events: readonly (readonly [number, fcEvent])[]) => {
      made += 1;
      const prepared: Round = { ...round, ...first, id: `sor-${made}`, slug: `${made}`, openedAt: null };
      const expected = {
        municipalityNo: '4223',
        status: 'expected',
        coveredBy: null,
        contactName: null,
        contactEmail: null
      };
      await db.transaction(adviser, (tx) => prepareRound(tx, prepared, [expected as never], { secret, at: start }));
      const holder = respondentOf('4223', prepared.id);
      const find = () => db.transaction(adviser, (tx) => findRound(tx, prepared.id)) as Promise<Round>;
      let now = start;
      for (const [days, one] of events) {
        now = new Date(now.getTime() + days * dayMs);
        const known = await find();
        const adviserDoes = (work: Parameters<Store['transaction']>[1]) => isDone(db.transaction(adviser, work));
        if (one.kind === 'open') await adviserDoes((tx) => openPrepared(tx, known, 1, now));
        if (one.kind === 'move' && isAllowed(known, one.to, now)) {
          await adviserDoes((tx) => changeRound(tx, known, { ...known, ...one.to }, now));
        }
        if (one.kind === 'extend') {
          const given = { until: one.until, reason: 'ferie', at: now };
          await adviserDoes((tx) => giveExtension(tx, known, '4223', given));
        }
        if (one.kind === 'withdraw') await adviserDoes((tx) => withdrawExtension(tx, known, '4223', now));
        if (one.kind !== 'answer') continue;
        const standing = await db.transaction(adviser, async (tx) => ({
          hasAnswered: await hasAnswered(tx, known.id, '4223'),
          extendedUntil: (await findAssignment(tx, known.id, '4223'))?.extendedUntil ?? null
        }));
        const report = {
          ...holder,
          answers: {},
          reasons: {},
          submittedAt: now,
          submittedBy: 'Kari',
          channel: 'web'
        } as const;
        const isTaken = await isDone(db.transaction(holder, (tx) => submitReport(tx, report)));
        expect(isTaken, `${roundPhase(known, now)} ${JSON.stringify({ known, standing, now })}`).toBe(
          takesAnswers(known, now, standing)
        );
        if (isTaken) taken += 1;
        else refused += 1;
      }
    };
    await fc.assert(fc.asyncProperty(schedule, history, play), { seed: 20_240_401, numRuns: 80 });
    expect(Math.min(taken, refused)).toBeGreaterThan(20);
  }
);

type fcEvent = typeof event extends fc.Arbitrary<infer Event> ? Event : never;

function isAllowed(known: Round, to: Schedule, now: Date): boolean {
  const moves = known.openedAt === null ? [] : moveProblems(known, to, now);
  return orderProblems(to).length === 0 && moves.length === 0;
}
