import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#lib/server/app.ts';
import type { Store } from '#lib/server/db.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { answerToken } from '#lib/server/token.ts';
import { load } from '../../src/routes/svar/[token]/kommune/+page.server.ts';
import Page from '../../src/routes/svar/[token]/kommune/+page.svelte';
import { openDemonstrationStore, secret, seededAt } from '../support/demonstration-store.ts';

const { ownPage, statistics } = messagesIn('nb');
const [host, covered, silent] = ['4204', '4223', '4211'] as const;
let db: Store;
let app: App;

beforeAll(async () => {
  db = await openDemonstrationStore();
  const reference = loadReference('data');
  app = {
    ...{ db, secret, reference, clock: () => seededAt, questionnaires: loadQuestionnaires('data/questionnaires') },
    statistics: new Statistics(db, reference.geography, () => seededAt)
  } as unknown as App; // the rest of it plays no part in the page
});
afterAll(() => db.close());

async function pageOf(municipalityNo: string) {
  const token = answerToken(secret, 'sor-2024', municipalityNo);
  const locals = { app, user: { kind: 'public' }, language: 'nb' };
  return (await load({ locals, params: { token } } as never)) as Exclude<Awaited<ReturnType<typeof load>>, void>;
}

it('a municipality that has answered sees where it stands, and who is like it', async () => {
  const page = await pageOf(host);
  expect(page.standing?.finding).toBe(ownPage.standing.finding.alike);
  expect(page.standing?.table?.rows.map(({ header }: { header: string }) => header)).toEqual([
    'Kristiansand',
    'KORUS Sør'
  ]);
  expect(page.counts[0]).toMatchObject({ own: '8', region: 71, reported: 42, expected: 66 });
  expect([page.similar.length, page.history, page.asked, page.others]).toEqual([5, null, [], []]);
  expect(page.advisers.map(({ name }: { name: string }) => name)).toEqual(['Ragnhild Rådgiver', 'Roar Rådgiver']);
});

it('one that is silent has nothing to compare, and still learns of the others', async () => {
  const page = await pageOf(silent);
  expect([page.hasAnswered, page.isCovered, page.standing, page.history]).toEqual([false, false, null, null]);
  expect(page.similar).toHaveLength(5);
});

it('one that is silent is led to the form, and after the freeze to KORUS', async () => {
  const { own } = messagesIn('nb').answer;
  const data = { ...(await pageOf(silent)), language: 'nb' };
  const shown = (phase: object) =>
    render(Page, { props: { data: { ...data, ...phase }, params: { token: 'token' } } as never }).body;
  expect(shown({ isOpen: true })).toContain(own.goAnswer);
  const after = shown({ isOpen: false, isFrozen: true });
  expect(after).toContain(own.notTaken);
  expect(after).toContain('Runden ble frosset');
  expect(after).not.toContain(own.goAnswer);
});

it('one that a host answers for is told so, and the host’s rate is of all of them', async () => {
  const alone = await pageOf(host);
  await db.owner.query(`update report set coverage = $1 where municipality_no = $2 and round_id = 'sor-2024'`, [
    JSON.stringify({ kind: 'whole', municipalities: [covered] }),
    host
  ]);
  app.statistics.changed();
  await db.owner.query(`update assignment set revision = revision + 1 where round_id = 'sor-2024'`);
  const [page, of] = [await pageOf(host), await pageOf(covered)];
  expect(page.others).toEqual(['Vennesla']);
  const rate = (from: typeof page) => Number(from.standing?.table?.rows[0]?.cells[0]?.replace(',', '.'));
  expect(rate(page)).toBeLessThan(rate(alone));
  expect([of.isCovered, of.standing, of.hosts]).toEqual([true, null, ['Kristiansand']]);
  expect(of.counts.map(({ own }: { own: string }) => own)).toEqual(
    of.counts.map(() => statistics.status.covered_by_host)
  );
});
