import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter, type Analysis } from '#lib/domain/analysis.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { workbenchTables, type WorkbenchRows } from '#lib/stats/place-table.ts';
import { responseQuery, type ResponseRow } from '#lib/stats/response.ts';
import { zeroReferralQuery, type ZeroReferralRow } from '#lib/stats/zero-referral.ts';
import { referralView } from '#lib/ui/analysis/referral.ts';
import { responseView } from '#lib/ui/analysis/response.ts';
import { csvOfLines } from '#lib/ui/analysis/file-lines.ts';
import { takenPicture, takenSheets } from '#lib/ui/analysis/taken-away.ts';
import { referralLines, responseLines } from '#lib/ui/analysis/topic-lines.ts';
import { topics, type TopicName } from '#lib/ui/analysis/topics.ts';
import { scene, viewWith } from '../../support/analysis-scene.ts';
import { twoRounds } from '../../support/workbench-rows.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());

async function responseOf(choice: Partial<Analysis>, asked: Engine = engine) {
  const analysis = viewWith(choice);
  return { analysis, scene, rows: await asked.run<ResponseRow>(responseQuery(analysis)) };
}
async function referralsOf(choice: Partial<Analysis>) {
  const analysis = viewWith(choice);
  return { analysis, scene, rows: await engine.run<ZeroReferralRow>(zeroReferralQuery(analysis)) };
}
const linesOf = ({ rows }: { rows: { header: string; cells: string[] }[] }) =>
  rows.map(({ header, cells }) => [header, ...cells].map((cell) => cell.replaceAll('\u00a0', ' ')));

describe('how a round was answered', () => {
  it('is told with its base, in time with an interval, and the middle answer in days', async () => {
    const view = responseView(await responseOf({}), svgDocument);
    expect(view.title).toBe('4 av 6 kommuner har svart, 2 av dem innen fristen');
    expect(view.chips).toEqual(['43\u00a0% av innbyggerne', 'syntetiske tall']);
    expect(linesOf(view.table)).toEqual([
      ['Telemark', '2 av 3 (67 %)', '43 %', '1', '0 av 2', '0 % (0–66 %)', '5,3 dager etter fristen'],
      ['Agder', '2 av 3 (67 %)', '43 %', '0', '2 av 2', '100 % (34–100 %)', '5 dager før fristen'],
      ['I alt', '4 av 6 (67 %)', '43 %', '1', '2 av 4', '50 % (15–85 %)', '1,3 dager etter fristen']
    ]);
    expect(view.svg).toContain('aria-label="4 av 6 kommuner har svart, 2 av dem innen fristen"');
    expect(view.rounds).toBeNull();
  });

  it('is told of each municipality in words, without a chart of ones', async () => {
    const view = responseView(await responseOf({ dimension: 'municipality' }), svgDocument);
    expect(view.svg).toBeNull();
    expect(linesOf(view.table).map((line) => line.slice(1))).toEqual([
      ['har svart', '2,5 dager etter fristen'],
      ['har svart', '8 dager etter fristen'],
      ['vil ikke svare', '–'],
      ['har svart', '10 dager før fristen'],
      ['har svart', 'på fristen'],
      ['ikke svart', '–']
    ]);
  });

  it('is told of all when all were in time', async () => {
    const view = responseView(await responseOf({ filter: { ...noPlaceFilter, county: '42' } }), svgDocument);
    expect(view.title).toBe('2 av 3 kommuner har svart, alle innen fristen');
  });

  it('stands from round to round', async () => {
    const { rounds: table } = responseView(await responseOf({ rounds: ['2024', '2023'] }), svgDocument);
    expect(table && linesOf(table).map((line) => [line[0], line[1], line[4]])).toEqual([
      ['Runde 2023', '4 av 6 (67 %)', '3 av 4'],
      ['Runde 2024', '4 av 6 (67 %)', '2 av 4']
    ]);
  });

  it('says nothing of time where it is not told', async () => {
    const untold: WorkbenchRows = { ...twoRounds, answer_time: [] };
    const other = await openTables(workbenchTables(untold));
    const input = await responseOf({}, other);
    other.close();
    const view = responseView(input, svgDocument);
    expect(view.title).toBe('4 av 6 kommuner har svart');
    expect(view.notes[0]).toContain('Du ser ikke når svarene kom');
    expect(linesOf(view.table)[2]?.slice(4)).toEqual(['–', '–', '–']);
    expect(view.svg).not.toContain('Innen fristen');
    expect(csvOfLines(responseLines(input))).toContain('I alt;4;6;1;63000;27000;;;;syntetiske tall');
  });

  it('is a file with a line an area in every chosen round', async () => {
    const lines = csvOfLines(responseLines(await responseOf({ rounds: ['2024', '2023'] }))).split('\r\n');
    expect(lines[3]).toBe('Runde 2024;fylke;I alt;4;6;1;63000;27000;2;2;1,25;syntetiske tall');
    expect(lines).toHaveLength(8);
  });

  it('says so where nobody is in the selection', async () => {
    const view = responseView(await responseOf({ filter: { ...noPlaceFilter, county: '99' } }), svgDocument);
    expect([view.isEmpty, view.svg]).toEqual([true, null]);
    expect(view.title).toContain('Ingen kommuner passer med valgene');
  });
});

describe('where nobody was referred', () => {
  it('is told of those that gave the figure, and silence is never a zero', async () => {
    const view = referralView(await referralsOf({}), svgDocument);
    expect(view.title).toBe('1 av 3 kommuner som har oppgitt tallet, hadde ingen saker');
    expect(linesOf(view.table)).toEqual([
      ['Telemark', 'hadde saker', '3', '0', '1 av 3', '0 %'],
      ['Agder', 'hadde saker', '5', '1', '2 av 3', '29 %'],
      ['I alt', 'hadde saker', '8', '1', '3 av 6', '3 %']
    ]);
    expect(view.notes).toEqual(['En kommune som ikke har svart, kan ha hatt saker. Den er aldri regnet som null.']);
  });

  it('is one of four states of each municipality, in words', async () => {
    const view = referralView(await referralsOf({ dimension: 'municipality' }), svgDocument);
    expect(linesOf(view.table).map((line) => line.slice(1))).toEqual([
      ['hadde saker', '3'],
      ['vet ikke', 'ingen tall'],
      ['vet ikke', 'ingen tall'],
      ['hadde saker', '5'],
      ['ingen saker', '0'],
      ['vet ikke', 'ingen tall']
    ]);
  });

  it('names the areas that had none so far, and those nobody knows of', async () => {
    const view = referralView(await referralsOf({ dimension: 'own_group', group: ['4202', '4203'] }), svgDocument);
    expect(view.notes[0]).toBe('Ingen saker så langt, men ikke alle har svart: Egen gruppe.');
    const sized = referralView(await referralsOf({ dimension: 'population_class' }), svgDocument);
    expect(sized.notes.slice(0, 2)).toEqual([
      'Ingen saker så langt, men ikke alle har svart: 2\u00a0000–4\u00a0999.',
      'Ingen har oppgitt tallet: 10\u00a0000–19\u00a0999 og 20\u00a0000–49\u00a0999.'
    ]);
  });

  it('is a file with what is known of each area', async () => {
    const lines = csvOfLines(referralLines(await referralsOf({ dimension: 'municipality' }))).split('\r\n');
    expect(lines[5]).toBe('Runde 2024;kommune;Kommune 4202;ingen saker;0;1;1;1;2000;2000;syntetiske tall');
    expect(lines[6]).toBe('Runde 2024;kommune;Kommune 4203;vet ikke;;0;0;1;4000;0;syntetiske tall');
  });
});

describe('what a topic is taken away as', () => {
  const origin = { address: 'http://localhost/kartlegging/2024/analyse/svar', at: new Date('2025-01-10T12:00:00Z') };
  const takenOf = async (name: TopicName, choice: Partial<Analysis>) =>
    (await topics[name]((statement) => engine.run(statement), { scene, analysis: viewWith(choice) })).taken;

  it('sheets: figures as numbers, nothing as nothing, and what they are', async () => {
    const taken = await takenOf('uten-saker', { dimension: 'municipality' });
    const [figures, explanation] = takenSheets(taken, origin, svgDocument);
    expect(figures?.rows[5]?.slice(2, 6)).toEqual(['Kommune 4202', 'ingen saker', 0, 1]);
    expect(figures?.rows[6]?.slice(2, 6)).toEqual(['Kommune 4203', 'vet ikke', null, 0]);
    expect(figures?.widths).toHaveLength(figures?.rows[0]?.length ?? 0);
    expect(explanation?.rows).toContainEqual(['Grunnlag', '3 av 6 kommuner']);
    expect(explanation?.rows).toContainEqual(['Type tall', 'syntetiske tall']);
    expect(explanation?.rows.find(([label]) => label === 'Tomme felt')?.[1]).toContain('ingen har oppgitt tallet');
    const [times] = takenSheets(await takenOf('svar', {}), origin, svgDocument);
    expect(times?.rows[3]?.slice(2)).toEqual(['I alt', 4, 6, 1, 63000, 27000, 2, 2, 1.25, 'syntetiske tall']);
  });

  it('a picture that tells its finding, kind and source; none of single municipalities', async () => {
    const picture = takenPicture(await takenOf('svar', {}), svgDocument);
    for (const text of ['4 av 6 kommuner har svart', 'syntetiske tall', 'Det første svaret', 'Kilde: Regionspeil']) {
      expect(picture).toContain(text);
    }
    expect(takenPicture(await takenOf('svar', { dimension: 'municipality' }), svgDocument)).toBeNull();
  });
});
