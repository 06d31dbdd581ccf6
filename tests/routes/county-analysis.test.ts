import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { App } from '#lib/server/app.ts';
import type { Store } from '#lib/server/db.ts';
import { readUser, type PersonUser } from '#lib/server/person.ts';
import { loadQuestionSets } from '#lib/server/question-sets.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { Workbench } from '#lib/server/workbench.ts';
import { load as listRounds } from '../../src/routes/kartlegging/+page.server.ts';
import { load as analyse } from '../../src/routes/kartlegging/[round]/analyse/+page.server.ts';
import { GET as tableOf } from '../../src/routes/kartlegging/[round]/analyse/datasett/[hash]/[table].arrow/+server.ts';
import { load as referred } from '../../src/routes/kartlegging/[round]/analyse/henvist/+page.server.ts';
import { load as regionsOf } from '../../src/routes/kartlegging/[round]/analyse/regioner/+page.server.ts';
import { load as ownSql } from '../../src/routes/kartlegging/[round]/analyse/sql/+page.server.ts';
import { GET as fileOf } from '../../src/routes/kartlegging/[round]/analyse/tabell.csv/+server.ts';
import type { RegionalView } from '#lib/ui/analysis/regional-answers.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';
import { addWith, system } from '../support/people.ts';

const clock = () => new Date('2024-05-30T12:00:00Z');
const round = 'sor-2024';
let db: Store;
let app: App;
let grete: PersonUser;

beforeAll(async () => {
  db = await openDemonstrationStore();
  const reference = loadReference('data');
  app = {
    ...{ db, reference, clock, questionnaires: loadQuestionnaires('data/questionnaires') },
    ...{ statistics: new Statistics(db, reference.geography, clock), workbench: new Workbench() }
  } as unknown as App; // the rest of it plays no part in what is read
  const { personId } = await addWith(db, 'Grete', [{ role: 'governor', unitType: 'county', unitId: '42' }], seededAt);
  grete = (await db.transaction(system, (tx) => readUser(tx, personId, 'everything', seededAt)))!;
});
beforeEach(() => closeAt('2024-05-16'));
afterAll(() => db.close());

const closeAt = (day: string) =>
  db.owner.query(
    `update round set deadline_at = '2024-05-01', closes_at = $2, freezes_at = '2199-02-20' where id = $1`,
    [round, day]
  );
const eventOf = (query = '', params: Record<string, string> = {}) =>
  ({
    locals: { app, user: grete, language: 'nb' },
    params: { round, ...params },
    url: new URL(`https://regionspeil.example.no/kartlegging/${round}/analyse${query}`)
  }) as never;
type Page = Exclude<Awaited<ReturnType<typeof analyse>>, void>;
type Referred = { selfReferrals: RegionalView | null; view: unknown };
const pageOf = (query = '') => analyse(eventOf(query)) as Promise<Page>;

describe('a county governor’s adviser', () => {
  it('finds the rounds of the county, and which of them can be analysed', async () => {
    const list = async () => (await listRounds(eventOf())) as Exclude<Awaited<ReturnType<typeof listRounds>>, void>;
    expect(await list()).toMatchObject({
      ...{ rounds: [], mayPrepare: false, counties: ['Agder'] },
      ofCounties: [{ id: round, phase: 'closed', isOpen: true }]
    });
    await closeAt('2199-02-19');
    expect((await list()).ofCounties).toMatchObject([{ id: round, phase: 'open', isOpen: false }]);
  });

  it('meets only the own county: choices, areas, table and file', async () => {
    const { scene, scope, isFollower, screen, unknown } = await pageOf('?etter=municipality&fylke=39');
    expect([isFollower, scope.counties, scope.correctableUntil]).toEqual([false, ['Agder'], new Date('2199-02-20')]);
    expect(scene.choices.counties).toEqual(['42']);
    expect(scene.choices.municipalities.filter((number: string) => !number.startsWith('42'))).toEqual([]);
    expect(scene.areas.municipality.filter(({ id }: { id: string }) => !id.startsWith('42'))).toEqual([]);
    expect(unknown).toEqual([{ parameter: 'fylke', value: '39' }]);
    expect(screen.view.base).toBe('14 av 25 kommuner');
    const csv = await (await fileOf(eventOf('?etter=municipality'))).text();
    expect(csv).toContain('Kristiansand');
    expect(csv).not.toMatch(/Skien|Drammen|Sandefjord/);
  });

  it('gets the same and no more in the tables for the browser and for own SQL', async () => {
    const { tables } = (await ownSql(eventOf())) as Exclude<Awaited<ReturnType<typeof ownSql>>, void>;
    const hash = /datasett\/(\w+)\//.exec(tables['figure'] ?? '')?.[1] ?? '';
    for (const table of ['figure', 'place']) {
      const response = await tableOf(eventOf('', { hash, table }));
      expect(response.headers.get('cache-control')).toMatch(/^private/);
      const rows = tableFromIPC(new Uint8Array(await response.arrayBuffer())).toArray();
      expect(new Set(rows.map((row: Record<string, unknown>) => row['county_no'])), table).toEqual(new Set(['42']));
    }
  });

  it('meets the own region among the others as it is published', async () => {
    const { view, scope } = (await regionsOf(eventOf())) as Exclude<Awaited<ReturnType<typeof regionsOf>>, void>;
    const shown = view.table.rows.map((row: { header: string; cells: string[] }) => [row.header, row.cells[1]]);
    expect(shown).toContainEqual(['KORUS Sør', '71 (42\u00a0av\u00a066)']);
    expect(shown).toContainEqual(['KORUS Nord', 'ingen runde']);
    expect(scope).toMatchObject({ counties: ['Agder'], others: 'published', region: 'KORUS Sør' });
  });

  it('is told that only the own county is behind the region until that is published', async () => {
    await db.owner.query(`update round set data_kind = 'reported' where id = $1`, [round]);
    app.workbench = new Workbench();
    const { view, scope } = (await regionsOf(eventOf())) as Exclude<Awaited<ReturnType<typeof regionsOf>>, void>;
    await db.owner.query(`update round set data_kind = 'synthetic' where id = $1`, [round]);
    const shown = view.table.rows.map((row: { header: string; cells: string[] }) => [row.header, row.cells[1]]);
    expect(shown).toContainEqual(['KORUS Sør (bare Agder)', '16 (14\u00a0av\u00a066)']);
    expect(scope).toMatchObject({ counties: ['Agder'], others: 'unpublished' });
  });

  it('sees self-referrals of the own county beside what was referred, once the round has asked, and adds them to nothing', async () => {
    const before = (await referred(eventOf())) as Referred;
    expect(before.selfReferrals).toBeNull();
    const [set] = loadQuestionSets('data/question_sets').filter(({ id }) => id === 'self_referrals');
    await db.owner.query('alter table round disable trigger round_addon_check');
    await db.owner.query('update round set addon = $2 where id = $1', [round, JSON.stringify(set?.questions)]);
    const after = (await referred(eventOf())) as Referred;
    expect(after.selfReferrals?.counties.rows.map(({ header }) => header)).toEqual([
      messagesIn('nb').regionalAnswers.all,
      'Agder'
    ]);
    expect(after.view).toEqual(before.view);
  });

  it('finds nothing while the round takes first answers', async () => {
    await closeAt('2199-02-19');
    await expect(pageOf()).rejects.toMatchObject({ status: 404 });
    await expect(fileOf(eventOf())).rejects.toMatchObject({ status: 404 });
    await expect(regionsOf(eventOf())).rejects.toMatchObject({ status: 404 });
  });
});
