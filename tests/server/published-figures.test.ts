import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresFor, termsOf, type Audience } from '#lib/domain/disclosure.ts';
import { placeNumber, placeOfMetric } from '#lib/domain/facts-of-round.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import { noFilter } from '#lib/domain/filter.ts';
import type { PublishedFact } from '#lib/domain/published-fact.ts';
import { placesAt, readEntries } from '#lib/server/dataset.ts';
import type { Store } from '#lib/server/db.ts';
import { openEngine } from '#lib/server/duckdb.ts';
import { loadReference } from '#lib/server/reference.ts';
import { listRounds } from '#lib/server/round.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { openDemonstrationStore } from '../support/demonstration-store.ts';
import { tableUnder } from '../support/document-table.ts';

const { facts, checks, geography } = loadReference('data');
const rows = tableUnder('docs/statistics.md', 'Published figures');
const none = '–';

let db: Store;
const figures: Record<Audience, Map<string, Figure[]>> = { public: new Map(), region: new Map() };
beforeAll(async () => {
  db = await openDemonstrationStore();
  for (const round of await db.transaction({ kind: 'public' }, listRounds)) {
    const entries = await db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      readEntries(tx, round.id, placesAt(geography, round.periodEnd))
    );
    for (const audience of ['public', 'region'] as const) {
      const gated = figuresFor(audience, figuresOf(entries), termsOf(round));
      figures[audience].set(round.id, gated);
    }
  }
});
afterAll(() => db.close());

/** The round whose region and period a figure speaks of, as the two rounds of the demonstration have them. */
function roundOf({ id, geographyType, geography: place, periodEnd }: PublishedFact): string | null {
  if (geographyType === 'korus_region' && place === 'Sør' && periodEnd === '2024-03') return 'sor-2024';
  const isInTrondelag = placeNumber({ geography: place })?.startsWith('50');
  return isInTrondelag && periodEnd === '2023-06-01' && id.startsWith('L') ? 'trondelag-2023' : null;
}

/** Our own place of a figure: an estimate for all is held against what was received. */
const placeIn = (metric: string) =>
  placeOfMetric(metric === 'cases_estimated_all_municipalities' ? 'cases_received' : metric);

const known = new Map<string, Promise<Cell[]>>();

/** The cells of the round, or of the one municipality that a figure speaks of, for all counties. */
function cellsOf(fact: PublishedFact, audience: Audience): Promise<Cell[]> | null {
  const round = roundOf(fact);
  if (round === null) return null;
  const number = fact.geographyType === 'municipality' ? placeNumber(fact) : null;
  const key = [audience, round, number].join(' ');
  const cells = known.get(key) ?? readCells(figures[audience].get(round) ?? [], number);
  known.set(key, cells);
  return cells;
}

async function readCells(all: readonly Figure[], number: string | null): Promise<Cell[]> {
  const engine = await openEngine(all.filter(({ municipalityNo }) => number === null || municipalityNo === number));
  const cells = await engine.run<Cell>(cubeQuery(noFilter));
  engine.close();
  return cells.filter(({ countyNo }) => countyNo === null);
}

type Ours = { ours: string; share: string; base: string; inhabitants: string };
const unknown: Ours = { ours: none, share: none, base: none, inhabitants: none };

/** Numerator, denominator and base of our own figure, as the page writes them. */
async function oursOf(fact: PublishedFact, audience: Audience): Promise<Ours> {
  const place = placeIn(fact.metric);
  const cells = await cellsOf(fact, audience);
  if (place === null || cells === null) return unknown;
  const find = (category: string | null) =>
    cells.find((cell) => cell.indicator === place.indicator && cell.category === category);
  const [whole, cell] = [find(null), find(place.category)];
  if (!whole || !cell) return unknown;
  const value = cell[place.part];
  return {
    ours: value === null ? none : String(value),
    share: shareOf(cell, whole, place),
    ...baseOf(whole, place.part)
  };
}

function shareOf(cell: Cell, whole: Cell, { category, part, indicator }: NonNullable<ReturnType<typeof placeIn>>) {
  if (part === 'expected') return none;
  if (part === 'reported') return share(cell.reported, cell.expected);
  if (category !== null) return share(cell.value, indicator === 'answer_status' ? whole.expected : whole.reported);
  return share(cell.numerator, cell.denominator);
}

function share(part: number | null, of: number | null): string {
  return part === null || of === null ? none : `${part} of ${of} = ${perCent(part / of)}`;
}

/** Who the figure is from; how many there are is known of all. */
function baseOf({ expected, reported, population, populationReported }: Cell, part: string) {
  if (part === 'expected') return { base: `${expected} of ${expected}`, inhabitants: perCent(1) };
  return { base: `${reported} of ${expected}`, inhabitants: perCent(populationReported / population) };
}

function perCent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function publishedText({ low, high }: PublishedFact): string {
  if (low === null || high === null) return none;
  return low === high ? String(low) : `${low}–${high}`;
}

describe('the published figures', () => {
  it('all stand in docs/statistics.md, in their order', () => {
    expect(rows.map(({ id }) => id)).toEqual(facts.map(({ id }) => `\`${id}\``));
  });

  it.each(facts)('$id ($metric, $geography) is made again with its base, or it is said why not', async (fact) => {
    const row = rows.find(({ id }) => id === `\`${fact.id}\``) ?? {};
    const ours = await oursOf(fact, 'region');
    const why = row['same, or why not'] ?? '';
    const { id, ...shown } = row;
    expect({ id, ...shown }).toEqual({
      id: `\`${fact.id}\``,
      published: publishedText(fact),
      ...ours,
      'same, or why not': why
    });
    expect(why === 'same').toBe(ours.ours !== none && ours.ours === publishedText(fact));
    expect(why.length).toBeGreaterThan(3);
  });

  it('of Region Sør and Trøndelag all have a figure of ours beside them', async () => {
    const own = facts.filter((fact) => roundOf(fact) !== null);
    expect(own.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`),
      ...['L05', 'L06', 'L07', 'L08']
    ]);
    for (const fact of own) expect((await oursOf(fact, 'region')).ours).not.toBe(none);
  });

  it('that contradict others are not the same as ours', () => {
    const contradicted = checks.filter(({ kind }) => kind === 'contradiction').map(({ factIds }) => factIds[0]);
    expect(contradicted).toEqual(['S03', 'S08']);
    for (const id of contradicted) {
      expect(rows.find((row) => row['id'] === `\`${id}\``)?.['same, or why not']).not.toBe('same');
    }
  });

  it('of a whole round are the same for the public, and those of a municipality are nobody’s to see', async () => {
    for (const fact of facts.filter((one) => roundOf(one) !== null)) {
      const [shown, whole] = [await oursOf(fact, 'public'), await oursOf(fact, 'region')];
      if (fact.geographyType === 'municipality') expect(shown).toEqual(unknown);
      else expect([fact.id, shown]).toEqual([fact.id, { ...whole, inhabitants: shown.inhabitants }]);
    }
  });
});
