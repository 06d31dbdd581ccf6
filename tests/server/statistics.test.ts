import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilter } from '#lib/domain/filter.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { loadReference } from '#lib/server/reference.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { findRound } from '#lib/server/round.ts';
import { Statistics } from '#lib/server/statistics.ts';
import type { Cell } from '#lib/stats/cube.ts';
import { at, openReleaseDesk } from '../support/release-desk.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';
import { answersOf } from '../support/region.ts';

const { geography } = loadReference('data');
let db: Store;
let now = seededAt;
let statistics: Statistics;
let sor: Round;
let trondelag: Round;

beforeAll(async () => {
  db = await openDemonstrationStore();
  statistics = new Statistics(db, geography, () => now);
  const round = async (id: string) => (await db.transaction({ kind: 'public' }, (tx) => findRound(tx, id)))!;
  sor = await round('sor-2024');
  trondelag = await round('trondelag-2023');
});
afterAll(() => db.close());

const total = (cells: Cell[], indicator: string) =>
  cells.find((cell) => cell.indicator === indicator && cell.countyNo === null && cell.category === null);

async function submit(municipalityNo: string, received: number) {
  const actor: Actor = { kind: 'respondent', roundId: 'sor-2024', municipalityNo };
  await db.transaction(actor, (tx) =>
    submitReport(tx, {
      municipalityNo,
      roundId: 'sor-2024',
      answers: answersOf([received, received, 0], 'yes'),
      reasons: {},
      submittedAt: now,
      submittedBy: 'Kari',
      channel: 'web'
    })
  );
}

describe('the statistics of a round', () => {
  it('are the published totals, with their base', async () => {
    const { cells } = await statistics.view(sor, 'public', noFilter);
    expect(total(cells, 'cases_received')).toMatchObject({ value: 71, reported: 42, expected: 66 });
    expect(total(cells, 'cases_handled')).toMatchObject({ value: 63, denominator: 71 });
    expect(total(cells, 'cases_under_18')).toMatchObject({ value: 23, denominator: 71 });
  });

  it('of Trøndelag 2023 rest on two of 38 municipalities, at the population of 2023', async () => {
    const { cells } = await statistics.view(trondelag, 'public', noFilter);
    expect(total(cells, 'cases_received')).toMatchObject({ value: 5, reported: 2, expected: 38 });
    expect(total(cells, 'cases_under_18')).toMatchObject({ value: 4, denominator: 4, reported: 1 });
    expect(total(cells, 'cases_handled')).toMatchObject({ value: null, reported: 0 });
    expect((await statistics.counties(trondelag)).map(({ name }) => name)).toEqual(['Trøndelag']);
  });

  it('name their data set by its content, another for each audience', async () => {
    const [open, own] = [await statistics.dataset(sor, 'public'), await statistics.dataset(sor, 'region')];
    expect(open.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(open.hash).not.toBe(own.hash);
    expect(await statistics.arrow(sor, 'public', open.hash)).not.toBeNull();
    expect(await statistics.arrow(sor, 'public', own.hash)).toBeNull();
    expect(await statistics.arrow(trondelag, 'public', open.hash)).toBeNull();
  });

  it('follow an answer at once in this process, and within a second through another', async () => {
    const before = await statistics.dataset(sor, 'public');
    await submit('4223', 3);
    expect(total((await statistics.view(sor, 'public', noFilter)).cells, 'cases_received')?.value).toBe(71);
    statistics.changed();
    expect(total((await statistics.view(sor, 'public', noFilter)).cells, 'cases_received')?.value).toBe(74);
    expect((await statistics.dataset(sor, 'public')).hash).not.toBe(before.hash);
    expect(await statistics.arrow(sor, 'public', before.hash)).not.toBeNull();

    await submit('4223', 4);
    now = new Date(now.getTime() + 1000);
    expect(total((await statistics.view(sor, 'public', noFilter)).cells, 'cases_received')?.value).toBe(75);
  });

  it('answer many at once with the same rows', async () => {
    const filters = sor && (await statistics.counties(sor)).map(({ number }) => ({ ...noFilter, county: number }));
    const rounds = await Promise.all([...filters, ...filters].map((filter) => statistics.view(sor, 'region', filter)));
    const received = rounds.map(({ cells }) => total(cells, 'cases_received')?.value);
    expect(received.slice(0, 4)).toEqual(received.slice(4));
    expect(received.slice(0, 4).reduce((sum, value) => sum! + value!, 0)).toBe(75);
  });
});

describe('a round of reported cases', () => {
  it('shows the public no total but those of its newest release, without a restart', async () => {
    const open = await openReleaseDesk();
    await open.db.owner.query(`update round set data_kind = 'reported' where id = 'sor-2024'`);
    const reported: Round = { ...open.round, dataKind: 'reported' };
    let later = at;
    const fresh = new Statistics(open.db, geography, () => later);
    const received = async () => {
      later = new Date(later.getTime() + 2000);
      return total((await fresh.view(reported, 'public', noFilter)).cells, 'cases_received');
    };
    expect(await received()).toMatchObject({ value: null, reported: 42 });
    const id = await open.release();
    const { content } = await open.find(id);
    const told = content?.figures.find(({ key }) => key === 'cases_received|korus_region:sor|count');
    expect(told?.value).not.toBeUndefined();
    expect((await received())?.value).toBe(told?.value);
    await open.db.close();
  });
});
