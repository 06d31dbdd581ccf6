import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter, type Analysis } from '#lib/domain/analysis.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { readAnalysis } from '#lib/stats/analysis-rows.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { analysisAreas } from '#lib/ui/analysis/areas.ts';
import { divisionsBetween } from '#lib/ui/analysis/division.ts';
import { csvOfLines } from '#lib/ui/analysis/file-lines.ts';
import { takenAnalysis, takenPicture, takenSheets } from '#lib/ui/analysis/taken-away.ts';
import { analysisView } from '#lib/ui/analysis/view.ts';
import { geography, named, scene, viewWith } from '../../support/analysis-scene.ts';
import { answersOf } from '../../support/region.ts';
import { twoRounds, workbenchRows } from '../../support/workbench-rows.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());

async function inputOf(choice: Partial<Analysis>) {
  const analysis = viewWith(choice);
  return { analysis, scene, rows: await readAnalysis((statement) => engine.run(statement), analysis) };
}
const viewOf = async (choice: Partial<Analysis>) => analysisView(await inputOf(choice), svgDocument);

describe('a view', () => {
  it('tells its finding with base, share of inhabitants and that figures are made up', async () => {
    const view = await viewOf({});
    expect(view.title).toBe('Mottatte saker etter fylke: 8 i alt');
    expect(view.base).toBe('3 av 6 kommuner');
    expect(view.chips).toEqual(['17\u00a0% av innbyggerne', 'syntetiske tall']);
    expect(view.picture?.svg).toContain('aria-label="Mottatte saker etter fylke: 8 i alt"');
    expect(view.table.rows.map(({ header, cells }) => [header, ...cells])).toEqual([
      ['Telemark', '3', '1\u00a0av\u00a03', '14\u00a0%'],
      ['Agder', '5', '2\u00a0av\u00a03', '43\u00a0%'],
      ['I alt', '8', '3\u00a0av\u00a06', '17\u00a0%']
    ]);
  });

  it('gives a rate its exact interval, says when there are too few, and never sorts by it', async () => {
    const view = await viewOf({ measure: 'rate', dimension: 'municipality' });
    expect(view.table.rows.map(({ header }) => header)).toEqual([
      ...['4001', '4003', '4005', '4201', '4202', '4203'].map((number) => `Kommune ${number}`),
      'I alt'
    ]);
    // 5 of 1,000 inhabitants: 50 per 10 000, by Garwood from 16.2 to 116.7.
    expect(view.table.rows[3]?.cells.slice(0, 2)).toEqual(['50,0', '16,2–116,7']);
    expect(view.notes[1]).toContain('For få til å skille');
    expect(view.title).toBe('Én av tre kommuner ligger utenfor 95\u00a0%-grensene, ikke flere enn ventet');
  });

  it('keeps the status of who has given no figure', async () => {
    const { table } = await viewOf({ dimension: 'municipality' });
    expect(table.rows.map(({ cells }) => cells[0])).toEqual([
      '3',
      'vet ikke',
      'vil ikke svare',
      '5',
      '0',
      'ikke svart',
      '8'
    ]);
  });

  it('puts a second dimension and rounds across, each figure with its base', async () => {
    const { table, series } = await viewOf({ rounds: ['2024', '2023'], columns: 'centrality' });
    expect(table.columns.at(-1)).toBe('Runde 2024 · I alt');
    expect(table.rows[1]?.cells.at(-1)).toBe('5 (2\u00a0av\u00a03)');
    expect(series?.finding).toBe('Runde 2024: fra 5 til 8 i de to kommunene som har oppgitt tallet begge ganger');
    // 5 and 8 cases among as many in as many days, as in docs/statistics.md: chance does as much.
    expect(series?.notes).toEqual([
      'Endringen kan skyldes tilfeldigheter: 1,60 ganger så mange saker per innbygger og dag (95 % intervall 0,46–6,22).'
    ]);
    expect(series?.table.rows.map(({ cells }) => cells.at(-1))).toEqual(['–', '1,60 (0,46–6,22)']);
  });

  it('says how an own group is made where there is none', async () => {
    const said = 'Skriv kommunenumre i «Kommuner i egen gruppe» under «Velg ut kommuner».';
    expect((await viewOf({ dimension: 'own_group' })).notes[0]).toContain(said);
    expect((await viewOf({ dimension: 'own_group', group: ['4201'] })).notes).toEqual([]);
  });

  it('puts the rounds in the order of time, also when the page is not of the newest', async () => {
    const input = await inputOf({ rounds: ['2024', '2023'] });
    const rounds = scene.rounds.toReversed();
    const { table, measure, source, base } = analysisView({ ...input, scene: { ...scene, rounds } }, svgDocument);
    expect(table.columns.slice(1)).toEqual(['Runde 2023', 'Runde 2024']);
    expect(measure).toContain('Runde 2023 og Runde 2024');
    expect(base).toBe('Runde 2023: 3 av 6 kommuner');
    expect(source).toContain('Runde 2023, Runde 2024');
  });

  it('says why a change is per day where the periods are not as long', async () => {
    const input = await inputOf({ rounds: ['2024', '2023'] });
    const [before, after] = input.rows.series;
    if (!before || !after) throw new Error('no series');
    const series = [before, { ...after, periodEnd: `${after.periodStart.slice(0, 4)}-06-30` }];
    const { title, series: told } = analysisView({ ...input, rows: { ...input.rows, series } }, svgDocument);
    const notes = told?.notes ?? [];
    expect(title).toContain('Runde 2024: fra 5 på 365 dager til 8 på 181 dager i de to kommunene');
    expect(notes[0]).toContain('3,23 ganger så mange saker per innbygger og dag');
    expect(notes[1]).toBe('Periodene er ulike (365 og 181 dager). Derfor er endringen regnet per innbygger og dag.');
  });

  it('marks in the series where a municipality was divided, and says so', async () => {
    const municipality = (municipalityNo: string, received: number): Entry => ({
      ...{ municipalityNo, countyNo: '15', population: 1000, status: 'answered' },
      answers: answersOf([received, 0, 0], 'yes')
    });
    const entries = {
      '2023': [municipality('1507', 40), municipality('1505', 60)],
      '2024': [municipality('1508', 30), municipality('1580', 9), municipality('1505', 23)]
    };
    const rows = workbenchRows(entries, { '1507': null });
    const divided = await openTables(workbenchTables(rows));
    const analysis = { ...viewWith(), rounds: ['2024', '2023'] };
    const input = {
      ...{ analysis, rows: await readAnalysis((statement) => divided.run(statement), analysis) },
      scene: {
        ...{ ...scene, areas: analysisAreas(rows, named) },
        divisions: divisionsBetween(geography, ['2024-03-31', '2023-06-01'])
      }
    };
    divided.close();
    const { series } = analysisView(input, svgDocument);
    expect(series?.notes.slice(1)).toEqual([
      'Ålesund ble delt 1. januar 2024 i Ålesund og Haram og er ikke med blant de samme kommunene.'
    ]);
    expect(series?.notes[0]).toContain('Endringen er større enn det tilfeldige utslag vanligvis gir: 0,38 ganger');
    expect(series?.table.rows.map(({ cells }) => cells.at(-1))).toEqual(['–', 'brudd: Ålesund er delt']);
    expect(input.scene.areas.municipality.map(({ label }) => label)).toEqual([
      ...['Kommune 1505', 'Kommune 1507 (før delingen)', 'Kommune 1508', 'Kommune 1580']
    ]);
  });

  it('counts categories, and has no share of those who have not answered', async () => {
    const { table } = await viewOf({ indicator: 'web_info', measure: 'share' });
    expect(table.columns).toEqual([
      'Område',
      'Ja',
      'Planlagt',
      'Nei',
      'Vet ikke eller ikke oppgitt',
      'Ikke svart',
      'Kommuner med tall',
      'Innbyggere bak tallet'
    ]);
    expect(table.rows.at(-1)?.cells.slice(0, 5)).toEqual(['50\u00a0%', '25\u00a0%', '25\u00a0%', '–', '–']);
  });

  it('says so where nobody is in the selection', async () => {
    const view = await viewOf({ filter: { ...noPlaceFilter, county: '99' } });
    expect(view.picture).toBeNull();
    expect(view.title).toBe('Mottatte saker: ingen i utvalget har oppgitt tallet');
  });
});

describe('the file of a view', () => {
  it('has each figure with its limits, status and base, for Norwegian Excel', async () => {
    const lines = csvOfLines(
      takenAnalysis(await inputOf({ dimension: 'municipality', measure: 'rate' })).lines()
    ).split('\r\n');
    expect(lines[0]?.startsWith('\uFEFFTall;Mål;Runde;')).toBe(true);
    expect(lines[4]).toContain(';Kommune 4201;;;50;16,2349;116,6833;vist;5;1000;1;1;1000;1000;syntetiske tall');
    expect(lines[6]).toContain(';Kommune 4203;;;;;;ikke svart;;;0;1;4000;0;');
  });

  it('says that there were no cases to have a share of', async () => {
    const choice = { dimension: 'municipality', indicator: 'cases_under_18', measure: 'share' } as const;
    const lines = csvOfLines(takenAnalysis(await inputOf(choice)).lines()).split('\r\n');
    expect(lines[5]).toContain(';Kommune 4202;;;;;;ingen saker;;;1;1;2000;2000;');
  });
});

describe('what a view is taken away as', () => {
  const origin = {
    address: 'http://localhost/kartlegging/2024/analyse?mal=rate',
    at: new Date('2025-01-10T12:00:00Z')
  };

  it('sheets: figures as numbers with the reason where there are none, and what they are', async () => {
    const taken = takenAnalysis(await inputOf({ dimension: 'municipality', measure: 'rate' }));
    const [figures, explanation] = takenSheets(taken, origin, svgDocument);
    expect([figures?.name, explanation?.name]).toEqual(['Tall', 'Forklaring']);
    expect(figures?.rows[4]?.slice(4, 12)).toEqual(['Kommune 4201', null, null, 50, 16.2349, 116.6833, 'vist', 5]);
    expect(figures?.rows[5]?.slice(4, 11)).toEqual(['Kommune 4202', null, null, 0, 0, expect.any(Number), 'vist']);
    expect(figures?.rows[6]?.slice(4, 11)).toEqual(['Kommune 4203', null, null, null, null, null, 'ikke svart']);
    expect(explanation?.rows).toContainEqual(['Type tall', 'syntetiske tall']);
    expect(explanation?.rows).toContainEqual(['Visningen finnes på', origin.address]);
    expect(explanation?.rows).toContainEqual(['Hentet', '10. januar 2025 kl. 13.00']);
    expect(explanation?.rows.find(([label]) => label === 'Grunnlag')).toEqual([
      'Grunnlag',
      '3 av 6 kommuner, 17\u00a0% av innbyggerne'
    ]);
  });

  it('a picture that tells its finding, base, kind and source; none where there is nothing to draw', async () => {
    const picture = takenPicture(takenAnalysis(await inputOf({})), svgDocument);
    for (const text of ['8 i alt', '3 av 6 kommuner', 'syntetiske tall', 'Kilde: Regionspeil']) {
      expect(picture).toContain(text);
    }
    const nobody = await inputOf({ filter: { ...noPlaceFilter, county: '99' } });
    expect(takenPicture(takenAnalysis(nobody), svgDocument)).toBeNull();
  });
});
