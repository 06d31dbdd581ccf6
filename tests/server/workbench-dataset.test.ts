import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter, type Analysis } from '#lib/domain/analysis.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Store } from '#lib/server/db.ts';
import { readUser, type PersonUser } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';
import { findRound } from '#lib/server/round.ts';
import { readWorkbench } from '#lib/server/workbench-dataset.ts';
import { Workbench } from '#lib/server/workbench.ts';
import { readAnalysis } from '#lib/stats/analysis-rows.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';
import { addWith, audited, system } from '../support/people.ts';

const reference = loadReference('data');
let db: Store;
let sor: Round;
const clock = () => seededAt;
const workbench = new Workbench();
const app = () => ({ db, reference, clock, workbench });

async function adviserOf(name: string, unitId: string): Promise<PersonUser> {
  const { personId } = await addWith(db, name, [{ role: 'adviser', unitType: 'korus_region', unitId }], seededAt);
  return (await db.transaction(system, (tx) => readUser(tx, personId, 'everything', seededAt)))!;
}

beforeAll(async () => {
  db = await openDemonstrationStore();
  sor = (await db.transaction(system, (tx) => findRound(tx, 'sor-2024')))!;
});
afterAll(() => db.close());

const analysis: Analysis = {
  ...{ indicator: 'cases_received', measure: 'count', dimension: 'county', columns: null },
  ...{ rounds: ['sor-2024'], filter: noPlaceFilter, group: [] },
  ...{ picture: 'bars', division: 'county', brush: null, scope: 'region' }
};

describe('the data set of the workbench', () => {
  it('has an adviser every figure and place of the region, and tells of it once in the audit of each municipality', async () => {
    const ragnhild = await adviserOf('Ragnhild', 'sor');
    const { rows, hash } = await readWorkbench(app(), ragnhild, [sor]);
    expect(rows.place).toHaveLength(66);
    expect(new Set(rows.figure.map(({ roundId }) => roundId))).toEqual(new Set(['sor-2024']));
    expect(rows.place.find(({ municipalityNo }) => municipalityNo === '4204')).toMatchObject({
      ...{ name: 'Kristiansand', countyNo: '42', policeDistrict: 'Agder', populationClass: 'from_50000' }
    });
    expect((await readWorkbench(app(), ragnhild, [sor])).hash).toBe(hash);
    expect((await audited(db, 'sor')).filter((action) => action === 'answers_seen')).toHaveLength(1);
    expect((await audited(db, '4204')).filter((action) => action === 'report_read')).toHaveLength(1);
    const { cells } = await new Workbench().ask({ hash, rows }, (run) => readAnalysis(run, analysis));
    expect(cells.find(({ area }) => area === null)).toMatchObject({ value: 71, reported: 42, expected: 66 });
  });

  it('tells an adviser when each that has answered did so, and nobody of figures that were copied', async () => {
    const randi = await adviserOf('Randi', 'sor');
    const { rows } = await readWorkbench(app(), randi, [sor]);
    const answered = rows.figure.filter(({ indicator, reported }) => indicator === 'answer_status' && reported === 1);
    expect(rows.answer_time.map(({ municipalityNo }) => municipalityNo)).toEqual(
      answered.map(({ municipalityNo }) => municipalityNo)
    );
    const mia = await adviserOf('Mia', 'midt');
    const copied = (await db.transaction(system, (tx) => findRound(tx, 'trondelag-2023')))!;
    expect((await readWorkbench(app(), mia, [copied])).rows.answer_time).toEqual([]);
  });

  it('is read as the person: row-level security refuses an adviser of another region, also what is kept', async () => {
    const nils = await adviserOf('Nils', 'nord');
    const posing: PersonUser = { ...nils, grants: [{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' }] };
    const anew = { ...app(), workbench: new Workbench() };
    await expect(readWorkbench(anew, posing, [sor])).rejects.toMatchObject({ status: 404 });
    await readWorkbench(app(), await adviserOf('Runa', 'sor'), [sor]);
    await expect(readWorkbench(app(), posing, [sor])).rejects.toMatchObject({ status: 404 });
  });

  it('is read once for all advisers of the region, and the audit tells of each of them', async () => {
    const [rut, rune] = [await adviserOf('Rut', 'sor'), await adviserOf('Rune', 'sor')];
    const visits = async () => (await audited(db, 'sor')).filter((action) => action === 'answers_seen').length;
    const before = await visits();
    const { rows } = await readWorkbench(app(), rut, [sor]);
    expect((await readWorkbench(app(), rune, [sor])).rows).toBe(rows);
    expect(await visits()).toBe(before + 2);
    expect((await audited(db, '4204')).filter((action) => action === 'report_read').length).toBeGreaterThan(1);
  });

  it('shows a new answer, and a new decision on the list, at the next request', async () => {
    const ragna = await adviserOf('Ragna', 'sor');
    const receivedIn = async () => {
      const { rows, hash } = await readWorkbench(app(), ragna, [sor]);
      const figure = rows.figure.find(
        ({ municipalityNo, indicator }) => municipalityNo === '4204' && indicator === 'cases_received'
      );
      return { hash, value: figure?.value, expected: rows.place.length };
    };
    const before = await receivedIn();
    await db.owner.query(
      `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel,
        change_reason)
      select municipality_no, round_id, version + 1, jsonb_set(answers, '{cases_received,value}', '99'), reasons, 'x',
        submitted_at, submitted_by, channel, 'counted again'
      from report
      where round_id = 'sor-2024' and municipality_no = '4204'`
    );
    const after = await receivedIn();
    expect(after).toMatchObject({ value: 99, expected: before.expected });
    expect(after.hash).not.toBe(before.hash);
    await db.owner.query(
      `update assignment
      set status = 'declined', revision = revision + 1
      where round_id = 'sor-2024'
        and municipality_no = (
          select municipality_no
          from assignment as silent
          where round_id = 'sor-2024'
            and not exists (
              select from report where report.round_id = silent.round_id and report.municipality_no = silent.municipality_no
            )
          order by municipality_no
          limit 1
        )`
    );
    expect((await receivedIn()).hash).not.toBe(after.hash);
  });
});
