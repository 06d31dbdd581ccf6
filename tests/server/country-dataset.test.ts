import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '#lib/domain/access.ts';
import { figuresFor } from '#lib/domain/disclosure.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import type { Round } from '#lib/domain/round.ts';
import { readCountry } from '#lib/server/country-dataset.ts';
import { placesAt, readEntries } from '#lib/server/dataset.ts';
import type { Store } from '#lib/server/db.ts';
import { importReport, openRound } from '#lib/server/opening.ts';
import { readUser, type PersonUser } from '#lib/server/person.ts';
import { publicTerms } from '#lib/server/public-terms.ts';
import { loadReference } from '#lib/server/reference.ts';
import { findRound } from '#lib/server/round.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { Workbench } from '#lib/server/workbench.ts';
import { comparisonQuery, comparisonShape } from '#lib/stats/comparison.ts';
import { noPlaceFilter } from '#lib/domain/analysis.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { openDemonstrationStore, secret, seededAt } from '../support/demonstration-store.ts';
import { addWith, audited, system } from '../support/people.ts';
import { releaseDesk } from '../support/release-desk.ts';

const reference = loadReference('data');
const { geography } = reference;
const clock = () => new Date('2024-12-01T12:00:00Z');
const answering = {
  ...{ '3201': 1, '3203': 2, '3205': 3, '3207': 4, '3209': 5, '3212': 6 },
  ...{ '4601': 1, '4602': 2, '4611': 3, '4612': 4 }
};
const personal = ['cases_received', 'cases_handled', 'cases_under_18'];

let db: Store;
let sor: Round;
let ost: Round;
let vest: Round;
let ragnhild: PersonUser;
let released: Awaited<ReturnType<typeof releaseDesk>>;

beforeAll(async () => {
  db = await openDemonstrationStore();
  sor = (await db.transaction(system, (tx) => findRound(tx, 'sor-2024')))!;
  ost = {
    ...{ ...sor, id: 'ost-2024', korusRegion: 'ost', slug: '2024', name: 'Region Øst 2024', dataKind: 'reported' },
    ...{ deadlineAt: new Date('2024-04-30'), closesAt: new Date('2024-05-01'), freezesAt: new Date('2024-06-01') }
  };
  vest = { ...ost, id: 'vest-2024', korusRegion: 'vest-bergen', name: 'Region Vest 2024' };
  await db.transaction(system, async (tx) => {
    await openRound(tx, ost, { geography, secret, at: seededAt }, { korusRegion: 'ost', countyNumber: null });
    await openRound(tx, vest, { geography, secret, at: seededAt }, { korusRegion: 'vest-bergen', countyNumber: null });
    for (const [municipalityNo, cases] of Object.entries(answering)) {
      const roundId = municipalityNo.startsWith('32') ? ost.id : vest.id;
      await importReport(tx, { roundId, municipalityNo, source: 'Test', answers: answersOf(cases) }, seededAt);
    }
  });
  released = await releaseDesk(db, ost.id);
  await released.release();
  ragnhild = await personOf('Ragnhild', { role: 'adviser', unitType: 'korus_region', unitId: 'sor' });
});
afterAll(() => db.close());

function answersOf(cases: number) {
  const count = (value: number) => ({ status: 'reported' as const, value });
  return {
    ...{ cases_received: count(cases), cases_handled: count(cases - 1), cases_under_18: count(1) },
    organised_under: { status: 'reported' as const, value: 'other' }
  };
}

async function personOf(name: string, ...grants: Grant[]): Promise<PersonUser> {
  const { personId } = await addWith(db, name, grants, seededAt);
  return (await db.transaction(system, (tx) => readUser(tx, personId, 'everything', seededAt)))!;
}

async function countryOf(user: PersonUser, other = ost) {
  const statistics = new Statistics(db, geography, clock);
  const store = { db, reference, clock, workbench: new Workbench(), statistics };
  const dataset = await readCountry(store, user, [{ round: sor, beside: [other] }]);
  return { ...dataset, workbench: store.workbench };
}

const isOfOst = ({ municipalityNo }: Figure) => municipalityNo !== null && municipalityNo.startsWith('32');

async function publicTotal(round: Round, indicator: string) {
  const places = placesAt(geography, round.periodEnd);
  const entries = await db.transaction(system, (tx) => readEntries(tx, round.id, places));
  const figures = figuresFor(
    'public',
    figuresOf(entries),
    await db.transaction({ kind: 'public' }, (tx) => publicTerms(tx, round))
  );
  return figures.find((one) => one.indicator === indicator && one.municipalityNo === null);
}

describe('the country of an adviser', () => {
  it('has the own region whole, and of the others what is public: no count of a municipality, and no host', async () => {
    const { rows } = await countryOf(ragnhild);
    const others = rows.figure.filter(isOfOst);
    const counts = others.filter(({ indicator }) => personal.includes(indicator));
    expect(counts).toHaveLength(63);
    for (const one of counts) {
      expect(one).toMatchObject({ status: 'not_shown', value: null, numerator: null, denominator: null, reported: 0 });
    }
    expect(
      others.find(({ indicator, municipalityNo }) => indicator === 'organised_under' && municipalityNo === '3201')
    ).toMatchObject({ category: 'other', status: 'reported' });
    expect(rows.figure.some((one) => isOfOst(one) && 'reporter' in one)).toBe(false);
    expect(rows.place.filter(({ korusRegion, hostNo }) => korusRegion === 'ost' && hostNo !== null)).toEqual([]);
    expect(rows.answer_time.filter(({ municipalityNo }) => municipalityNo.startsWith('32'))).toEqual([]);
    expect(new Set(rows.figure.map(({ roundId }) => roundId))).toEqual(new Set(['sor-2024']));
    expect(rows.round).toHaveLength(1);
    expect((await audited(db, '3201')).filter((action) => action === 'report_read')).toEqual([]);
  });

  it('is the same in two worlds that differ only in who had the cases', async () => {
    const before = await countryOf(ragnhild);
    const exchange = (one: string, other: string) =>
      db.owner.query(
        `update report
        set answers = (select answers from report as its where round_id = 'ost-2024' and its.municipality_no = case report.municipality_no when $1 then $2 else $1 end)
        where round_id = 'ost-2024' and municipality_no in ($1, $2)`,
        [one, other]
      );
    await exchange('3201', '3212');
    const after = await countryOf(ragnhild);
    expect(after.hash).toBe(before.hash);
    await exchange('3201', '3212');
    await db.owner.query(
      `update report set answers = jsonb_set(answers, '{organised_under,value}', '"mental_health_and_substance_use"') where round_id = 'ost-2024' and municipality_no = '3212'`
    );
    expect((await countryOf(ragnhild)).hash).not.toBe(before.hash);
  });

  it('adds the published sum of each region up, with every municipality in the base once', async () => {
    const { rows, hash, workbench } = await countryOf(ragnhild);
    const asked = { indicators: ['cases_received'], dimension: 'korus_region' as const, columns: null, group: [] };
    const query = comparisonQuery({ ...asked, rounds: ['sor-2024'], filter: noPlaceFilter });
    const cells = await workbench.ask({ rows, hash }, async (run) => checkedRows(await run(query), comparisonShape));
    const total = await publicTotal(ost, 'cases_received');
    const cellOf = (region: string | null) => cells.find(({ area, category }) => area === region && category === null);
    expect(cellOf('ost')).toMatchObject({ value: total?.value, reported: 6, expected: total?.expected });
    expect(cellOf('sor')).toMatchObject({ value: 71, reported: 42, expected: 66 });
    expect(cellOf(null)).toMatchObject({
      value: 71 + (total?.value ?? 0),
      reported: 48,
      expected: 66 + (total?.expected ?? 0)
    });
  });

  it('has no sum of a round without a release, and nobody is behind it', async () => {
    const { rows } = await countryOf(ragnhild, vest);
    const sums = rows.figure.filter(({ municipalityNo }) => municipalityNo === null);
    expect(sums.map(({ indicator }) => indicator)).toEqual(personal);
    for (const one of sums) {
      expect(one).toMatchObject({
        gatheredIn: 'vest-bergen',
        status: 'not_shown',
        value: null,
        reported: 0,
        expected: 0
      });
    }
  });

  it('has both regions whole for whoever advises both, and the audit tells of both', async () => {
    const both = await personOf(
      'Berit',
      { role: 'adviser', unitType: 'korus_region', unitId: 'sor' },
      { role: 'adviser', unitType: 'korus_region', unitId: 'ost' }
    );
    const { rows } = await countryOf(both);
    expect(rows.figure.filter(({ status }) => status === 'not_shown')).toEqual([]);
    expect(rows.figure.find((one) => one.municipalityNo === '3203' && one.indicator === 'cases_received')?.value).toBe(
      2
    );
    expect(await audited(db, '3203')).toContain('report_read');
  });
});

describe('the country of a county governor’s adviser', () => {
  let grete: PersonUser;

  beforeAll(async () => {
    await db.owner.query(
      `update round set opens_at = '2001-01-01', deadline_at = '2002-01-01', closes_at = '2002-01-01' where id = 'sor-2024'`
    );
    grete = await personOf('Grete', { role: 'governor', unitType: 'county', unitId: '42' });
    sor = { ...sor, deadlineAt: new Date('2002-01-01'), closesAt: new Date('2002-01-01') };
  });

  it('is the same in two worlds that differ only in who had the cases in the other counties', async () => {
    const before = await countryOf(grete);
    const { rows: others } = await db.owner.query<{ municipalityNo: string }>(
      `select municipality_no as "municipalityNo"
      from report
      where round_id = 'sor-2024'
        and municipality_no not like '42%'
        and (answers -> 'cases_received' ->> 'value')::integer > 0
        and answers -> 'cases_handled' ->> 'value' is not null
        and answers -> 'cases_under_18' ->> 'value' is not null
      order by municipality_no
      limit 2`
    );
    const [from = '', to = ''] = others.map(({ municipalityNo }) => municipalityNo);
    const move = (municipalityNo: string, cases: number) =>
      db.owner.query(
        `update report
        set answers = jsonb_set(
          answers,
          '{cases_received,value}',
          to_jsonb((answers -> 'cases_received' ->> 'value')::integer + $2::integer)
        )
        where round_id = 'sor-2024' and municipality_no = $1`,
        [municipalityNo, cases]
      );
    await move(from, -1);
    expect((await countryOf(grete)).hash).not.toBe(before.hash);
    await move(to, 1);
    expect((await countryOf(grete)).hash).toBe(before.hash);
    await move(from, 1);
    await move(to, -1);
  });

  it('has the own county, and of all others what is public; the sum of the region counts the own once', async () => {
    const { rows } = await countryOf(grete);
    const received = rows.figure.filter(({ indicator }) => indicator === 'cases_received');
    const told = received.filter(({ municipalityNo, value }) => municipalityNo !== null && value !== null);
    expect(new Set(told.map(({ countyNo }) => countyNo))).toEqual(new Set(['42']));
    const inSor = received.filter(
      ({ municipalityNo, gatheredIn }) =>
        gatheredIn === 'sor' || told.some((one) => one.municipalityNo === municipalityNo)
    );
    expect(inSor.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(71);
    expect(inSor.reduce((sum, { reported }) => sum + reported, 0)).toBe(42);
    expect(rows.place).toHaveLength(new Set(rows.place.map(({ municipalityNo }) => municipalityNo)).size);
  });
});
