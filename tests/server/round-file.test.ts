import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAssignments } from '#lib/server/assignment.ts';
import type { Store } from '#lib/server/db.ts';
import { listAdvisers } from '#lib/server/person.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openRoundFile, parseRoundFile } from '#lib/server/round-file.ts';
import { listRounds } from '#lib/server/round.ts';
import { openTestDb } from '../support/test-db.ts';

const described = {
  id: 'vest-2026',
  korusRegion: 'vest-stavanger',
  slug: '2026',
  name: 'Rogaland 2026',
  questionnaireId: 'rer-core',
  questionnaireVersion: 1,
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  opensAt: '2026-01-15T08:00:00+01:00',
  deadlineAt: '2026-02-15T23:59:00+01:00',
  freezesAt: '2026-03-15T23:59:00+01:00',
  contacts: [{ municipalityNo: '1103', name: 'Servicetorget', email: 'post@example.no' }],
  advisers: [{ name: 'Ola', email: 'ola@example.no' }]
};
const at = new Date('2026-01-10T08:00:00Z');
const opening = {
  geography: loadReference('data').geography,
  questionnaires: loadQuestionnaires('data/questionnaires'),
  secret: 'a secret of at least thirty-two characters',
  at
};

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

describe('a round described in a file', () => {
  it('is opened with its municipalities and advisers', async () => {
    const expected = await openRoundFile(db, parseRoundFile(JSON.stringify(described)), opening);
    expect(expected).toBe(23);
    const system = { kind: 'system', task: 'test' } as const;
    const assignments = await db.transaction(system, (tx) => listAssignments(tx, 'vest-2026'));
    expect(assignments).toHaveLength(23);
    expect(assignments.find(({ municipalityNo }) => municipalityNo === '1103')?.contactEmail).toBe('post@example.no');
    expect(await db.transaction(system, (tx) => listAdvisers(tx, 'vest-stavanger', at))).toMatchObject([
      { name: 'Ola' }
    ]);
  });

  it('is refused whole when it is there already', async () => {
    const again = openRoundFile(db, parseRoundFile(JSON.stringify(described)), opening);
    await expect(again).rejects.toMatchObject({ code: 'already-exists' });
    expect(await db.transaction({ kind: 'public' }, listRounds)).toHaveLength(1);
  });

  it('is refused when its questionnaire does not exist', async () => {
    const file = parseRoundFile(JSON.stringify({ ...described, id: 'x', slug: 'x', questionnaireVersion: 9 }));
    await expect(openRoundFile(db, file, opening)).rejects.toThrow('unknown questionnaire: rer-core v9');
  });

  it.each([
    ['korusRegion', 'sør'],
    ['periodEnd', '31.12.2025'],
    ['deadlineAt', '2026-02-15'],
    ['advisers', []],
    ['questionnaireVersion', '1']
  ])('names %s when it is %j', (key, value) => {
    expect(() => parseRoundFile(JSON.stringify({ ...described, [key]: value }))).toThrow(new RegExp(`^${key}: `));
  });
});
