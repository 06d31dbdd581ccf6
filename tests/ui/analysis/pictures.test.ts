import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '#lib/domain/analysis.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { readLinked, type AnalysisRows } from '#lib/stats/analysis-rows.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import { scene, viewWith } from '../../support/analysis-scene.ts';
import { hostedRegion } from '../../support/hosted-region.ts';
import { smallRegion } from '../../support/region.ts';
import { twoRounds, workbenchRows } from '../../support/workbench-rows.ts';

let engine: Engine;
let asked = 0;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());

/** The newest round asked about half a year only. */
const halfYear = (series: AnalysisRows['series']) =>
  series.map((row) => (row.roundId === '2024' ? { ...row, periodEnd: `${row.periodStart.slice(0, 4)}-06-30` } : row));

type Series = AnalysisRows['series'];

async function screenOf(
  choice: Partial<Analysis>,
  { of = engine, change = (series: Series) => series }: { of?: Engine; change?: (series: Series) => Series } = {}
) {
  const analysis = viewWith(choice);
  asked = 0;
  const found = await readLinked((statement) => {
    asked += 1;
    return of.run(statement);
  }, analysis);
  const rows = { ...found.rows, series: change(found.rows.series) };
  return analysisScreen({ rows, beside: found.beside, scene, analysis }, svgDocument);
}

const bothRounds = { rounds: ['2024', '2023'] };
const byMunicipality = { dimension: 'municipality' } as const;
const points = (svg: string) => [...svg.matchAll(/<title>([^<]*)</g)].map(([, title]) => title);
const areas = (svg: string) => [...new Set([...svg.matchAll(/data-area="([^"]*)"/g)].map(([, area]) => area))].sort();

describe('a picture', () => {
  it.each<[string, Partial<Analysis>, string, string]>([
    ['bars', {}, 'Mottatte saker etter fylke: 8 i alt', 'Agder: 5 (2 av 3 kommuner)'],
    [
      'dots',
      { measure: 'rate' },
      'Ingen av to områder skiller seg klart fra gjennomsnittet',
      'Telemark: 3,8 (0,8–11,0)'
    ],
    [
      'dots of municipalities',
      { measure: 'rate', ...byMunicipality, picture: 'dots' },
      'Én av tre kommuner ligger klart over gjennomsnittet',
      'Kommune 4203: ingen tall'
    ],
    [
      'a funnel',
      { measure: 'rate', ...byMunicipality },
      'Én av tre kommuner ligger utenfor 95\u00a0%-grensene, ikke flere enn ventet',
      'Kommune 4201: 50,0, over 95\u00a0%-grensen'
    ],
    [
      'a map of counts',
      { ...byMunicipality, picture: 'map' },
      'Mottatte saker: to av tre kommuner har noen',
      'Kommune 4201: 5'
    ],
    [
      'a map of rates',
      { measure: 'rate', ...byMunicipality, picture: 'map' },
      'Én av tre kommuner ligger klart over gjennomsnittet',
      'Kommune 4203: ikke svart'
    ],
    [
      'a map of categories',
      { indicator: 'web_info', ...byMunicipality },
      'To av fire kommuner svarer «Ja»',
      'Kommune 4201: Ja'
    ],
    ['stacked bars', { indicator: 'web_info' }, 'To av fire kommuner svarer «Ja»', 'Agder, Ja: 1'],
    ['a heat table', { columns: 'centrality' }, 'Mottatte saker etter fylke: 8 i alt', 'Agder: sentralitet 5, 5'],
    [
      'a heat table of categories',
      { indicator: 'web_info', picture: 'heat' },
      'Ingen enkelt kategori er vanligst',
      'Agder: Ja, 1'
    ],
    [
      'small multiples over rounds',
      { ...bothRounds, picture: 'multiples' },
      'Runde 2024: fra 5 til 8 i de to kommunene',
      'Agder, 2024: 5 (2 av 3 kommuner)'
    ],
    [
      'small multiples of parts',
      { columns: 'centrality', picture: 'multiples' },
      'Mottatte saker etter fylke',
      'Agder, '
    ],
    ['slopes', bothRounds, 'Runde 2024: fra 5 til 8 i de to kommunene', 'Agder: fra 6 til 5'],
    ['a line', { ...bothRounds, picture: 'line' }, 'Runde 2024: fra 5 til 8 i de to kommunene', 'I alt, 2024: 8']
  ])('of %s has its finding as title and is read point by point', async (_, choice, finding, point) => {
    const { picture, title } = (await screenOf(choice)).view;
    expect(title).toContain(finding);
    expect(picture?.svg).toContain(`aria-label="${title.replaceAll('"', '&quot;')}"`);
    expect(points(picture?.svg ?? '').filter((said) => said?.startsWith(point))).not.toEqual([]);
  });

  it('of rates over rounds says nothing of who went up', async () => {
    const { title } = (await screenOf({ ...bothRounds, measure: 'rate' })).view;
    expect(title).toBe('Mottatte saker etter fylke: 7,3 per 10\u00a0000 innbyggere i alt');
  });

  it('tells the area of each mark', async () => {
    for (const choice of [
      {},
      { measure: 'rate' },
      { columns: 'centrality' },
      bothRounds,
      { indicator: 'web_info' }
    ] as const) {
      expect(areas((await screenOf(choice)).view.picture?.svg ?? '')).toEqual(['40', '42']);
    }
    const numbers = ['4001', '4003', '4005', '4201', '4202', '4203'];
    expect(areas((await screenOf({ ...byMunicipality, measure: 'rate' })).view.picture?.svg ?? '')).toEqual(numbers);
  });

  it('tells of no new counties, as a county is that of the newest round in all', async () => {
    for (const picture of ['slope', 'line'] as const) {
      const { view } = await screenOf({ ...bothRounds, picture });
      expect(view.picture?.svg + view.notes.join(' ')).not.toContain('nye fylker');
    }
  });

  it.each<Partial<Analysis>>([
    { picture: 'slope' },
    { picture: 'line' },
    { picture: 'multiples' },
    { picture: 'line', measure: 'rate' },
    { picture: 'slope', ...byMunicipality }
  ])('warns of rounds that are not as long: $picture', async (choice) => {
    const said = 'Periodene varer fra 181 til 365 dager. En lengre periode gir flere saker.';
    expect((await screenOf({ ...bothRounds, ...choice })).view.notes.join(' ')).not.toContain('Periodene');
    expect((await screenOf({ ...bothRounds, ...choice }, { change: halfYear })).view.notes[0]).toContain(said);
  });
});

describe('a title is true', () => {
  const titlesOf = async (entries: readonly Entry[], choices: Partial<Analysis>[]) => {
    const other = await openTables(workbenchTables(workbenchRows({ '2024': entries })));
    const titles: string[] = [];
    for (const choice of choices) titles.push((await screenOf(choice, { of: other })).view.title);
    other.close();
    return titles;
  };
  const standing = { indicator: 'answer_status' } as const;

  it('where nobody has a case: none is above the others', async () => {
    const [, none] = smallRegion;
    const zero = smallRegion.map(({ municipalityNo, countyNo, population }) => ({
      ...{ ...none!, municipalityNo, countyNo, population }
    }));
    const rates = { ...byMunicipality, measure: 'rate' } as const;
    expect(await titlesOf(zero, [{ ...rates, picture: 'dots' }, { ...rates, picture: 'map' }, byMunicipality])).toEqual(
      [
        'Ingen av seks kommuner skiller seg klart fra gjennomsnittet',
        'Ingen av seks kommuner skiller seg klart fra gjennomsnittet',
        'Mottatte saker etter kommune: 0 i alt'
      ]
    );
  });

  it('where nobody has answered, or some are covered', async () => {
    const silent = smallRegion.map((entry): Entry => ({ ...entry, status: 'missing', answers: null }));
    expect(await titlesOf(silent, [standing, { indicator: 'web_info', picture: 'heat' }])).toEqual([
      '0 av 6 kommuner har svart',
      'Ingen har oppgitt tallet'
    ]);
    expect(await titlesOf(hostedRegion, [standing])).toEqual(['5 av 6 kommuner har svart']);
  });
});

it('of shares tells no cases from silence and from a share of zero', async () => {
  const choice = { indicator: 'cases_under_18', measure: 'share', ...byMunicipality } as const;
  const { view } = await screenOf({ ...choice, picture: 'map' });
  expect(points(view.picture?.svg ?? '')).toEqual(
    expect.arrayContaining(['Kommune 4202: ingen saker', 'Kommune 4203: ikke svart'])
  );
  expect(view.picture?.key).toContainEqual({ label: 'ingen saker: 1', tone: 'none' });
  expect(view.table.rows.find(({ header }) => header === 'Kommune 4202')?.cells[0]).toBe('ingen saker');
  const dots = (await screenOf({ ...choice, picture: 'dots' })).view.picture?.svg ?? '';
  expect(points(dots)).toContain('Kommune 4202: ingen saker');
  expect(dots).toMatch(/<pattern[^>]* id="[^"]*-none"/);
});

describe('the pictures beside', () => {
  it('follow what is chosen, and the one it was chosen in keeps all', async () => {
    const { view, linked, brush } = await screenOf({
      dimension: 'centrality',
      brush: { dimension: 'county', area: '42' }
    });
    expect(view.title).toBe('Mottatte saker etter sentralitet: 5 i alt');
    expect(view.measure).toBe('Mottatte saker, antall, Runde 2024. Bare Agder');
    expect(linked.map(({ id, base }) => [id, base])).toEqual([
      ['county', '3 av 6 kommuner'],
      ['map', '2 av 3 kommuner']
    ]);
    expect(linked[0]?.svg).toContain('data-area="42" data-chosen=""');
    expect(linked[0]?.areas).toEqual([
      { label: 'Telemark', address: 'etter=centrality&valgt=county%3A40', isChosen: false },
      { label: 'Agder', address: 'etter=centrality', isChosen: true }
    ]);
    expect(points(linked[1]?.svg ?? '')).toContain('Kommune 4001: utenfor utvalget');
    expect(brush).toEqual({ chosen: 'Bare Agder i de andre bildene.', address: 'etter=centrality' });
  });

  it('are asked for with the view, and the change over rounds once', async () => {
    await screenOf(byMunicipality);
    expect(asked).toBe(1);
    await screenOf({ ...byMunicipality, ...bothRounds });
    expect(asked).toBe(2);
  });
});
