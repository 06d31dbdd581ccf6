import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '#lib/domain/round.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { importReport, openRound } from '#lib/server/opening.ts';
import { loadReference } from '#lib/server/reference.ts';
import { listVersions } from '#lib/server/report.ts';
import { listRounds } from '#lib/server/round.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const opening = {
  geography: loadReference('data').geography,
  secret: 'a secret of at least thirty-two characters',
  at
};
const round: Round = {
  id: 'nord-2023',
  korusRegion: 'nord',
  slug: '2023',
  name: 'Nord 2023',
  questionnaireId: 'rer-core',
  questionnaireVersion: 1,
  periodStart: '2022-07-01',
  periodEnd: '2023-06-30',
  opensAt: new Date('2024-02-01T00:00:00Z'),
  deadlineAt: new Date('2024-04-01T00:00:00Z'),
  closesAt: new Date('2024-05-01T00:00:00Z'),
  freezesAt: new Date('2024-05-01T00:00:00Z'),
  dataKind: 'reported',
  openedAt: new Date('2024-02-01T00:00:00Z'),
  copiedFrom: null,
  addon: []
};

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

describe('opening a round', () => {
  it('expects the region’s municipalities as they were at the end of the period', async () => {
    const numbers = await db.transaction(system, (tx) =>
      openRound(tx, round, opening, { korusRegion: 'nord', countyNumber: null })
    );
    expect(numbers).toContain('5401');
    expect(numbers).not.toContain('5501');
    const assignments = await db.transaction(system, (tx) => listAssignments(tx, round.id));
    expect(assignments.map(({ municipalityNo }) => municipalityNo)).toEqual(numbers);
  });

  it('does nothing at all when the round is already there', async () => {
    const again = db.transaction(system, (tx) =>
      openRound(tx, { ...round, id: 'other' }, opening, { korusRegion: 'nord', countyNumber: null })
    );
    await expect(again).rejects.toMatchObject({ code: 'already-exists' });
    expect(await db.transaction({ kind: 'public' }, listRounds)).toHaveLength(1);
  });

  it('may not be done by the public, a respondent or a person', async () => {
    for (const actor of [
      { kind: 'public' },
      { kind: 'respondent', roundId: round.id, municipalityNo: '5401' },
      { kind: 'person', personId: '0190a3c4-0000-7000-8000-000000000001' }
    ] satisfies Actor[]) {
      const attempt = db.transaction(actor, (tx) =>
        openRound(tx, { ...round, id: 'own', slug: 'own' }, opening, { korusRegion: 'nord', countyNumber: '18' })
      );
      await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('keeps an imported answer with its source', async () => {
    const answers = { cases_received: { status: 'reported' as const, value: 2 } };
    const answer = { roundId: round.id, municipalityNo: '5401', answers, source: 'Brev 3. mars' };
    await db.transaction(system, (tx) => importReport(tx, answer, at));
    const [report] = await db.transaction(system, (tx) => listVersions(tx, round.id, '5401'));
    expect(report).toMatchObject({ channel: 'import', submittedBy: 'Brev 3. mars', version: 1, answers });
  });
});
