import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import type { App } from '#lib/server/app.ts';
import type { Store } from '#lib/server/db.ts';
import { releaseDemonstration } from '#lib/server/demonstration-release.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { findPublicRelease, listReleaseFiles } from '#lib/server/public-release.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import type { MakeFiles } from '#lib/server/release-freezing.ts';
import { ReleaseFreezer } from '#lib/server/release-freezing.ts';
import { ReleaseGate } from '#lib/server/release-gate.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { audited } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const at = new Date('2024-10-01T12:00:00Z');
const reference = loadReference('data');
const questionnaires = loadQuestionnaires('data/questionnaires');
const makeFiles: MakeFiles = (_, { content }) => ({
  result: Promise.resolve([
    { name: 'a.json', mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(content)) }
  ]),
  stop: () => Promise.resolve()
});
let db: Store;
let app: App;
beforeAll(async () => {
  db = await openTestDb();
  const [country] = questionnaires;
  const { geography, facts } = reference;
  await seedDemonstration({ db, geography, facts, secret: 'only in tests', at, directory: 'data', country });
  app = {
    ...{ db, reference, questionnaires, writeSentence, makeFiles, clock: () => at, origin: 'https://a.example' },
    ...{ releaseGate: new ReleaseGate(), releaseFreezer: new ReleaseFreezer() },
    statistics: new Statistics(db, reference.geography, () => at)
  } as unknown as App;
});
afterAll(async () => {
  await app.releaseGate.close();
  await db.close();
});

describe('the release of the demonstration', () => {
  it('is made by one adviser and approved by the other, of made-up figures, by the steps that all are made by', async () => {
    await releaseDemonstration(app);
    const address = { region: 'sor', round: '2023', version: null };
    const release = await db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
    const files = await db.transaction({ kind: 'public' }, (tx) => listReleaseFiles(tx, release?.id ?? ''));
    const { rows: people } = await db.owner.query<{ name: string }>(
      'select person.name from release join person on person.id in (author_id, approver_id) order by person.name'
    );
    expect(release?.content?.round).toMatchObject({ name: 'Region Sør 2023', dataKind: 'synthetic' });
    expect(release?.content?.figures.some(({ status }) => status === 'hidden')).toBe(true);
    expect(files.map(({ name }) => name)).toEqual(['a.json']);
    expect(people).toEqual([{ name: 'Ragnhild Rådgiver' }, { name: 'Roar Rådgiver' }]);
    expect((await audited(db, 'sor')).filter((action) => action.startsWith('release_'))).toEqual(
      ['begun', 'checked', 'submitted', 'approved', 'published'].map((done) => `release_${done}`)
    );
  });
});
