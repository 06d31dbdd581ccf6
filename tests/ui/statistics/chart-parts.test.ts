import { expect, test } from 'vitest';
import { svgDocument } from '#lib/server/svg-document.ts';
import {
  answeredPart,
  baseOf,
  categoryPart,
  labelledCategories,
  receivedPart
} from '#lib/ui/statistics/chart-parts.ts';
import { smallRows, smallScene } from '../../support/small-scene.ts';

async function inputFor(audience: 'public' | 'region') {
  const scene = smallScene(audience);
  return { rows: await smallRows(audience), scene, counties: scene.counties, document: svgDocument };
}
const cells = (table: { rows: { cells: string[] }[] }) =>
  table.rows.map((row) => row.cells.map((cell) => cell.replaceAll('\u00a0', ' ')));

test('the title is the finding, with its base and the same counts in the table', async () => {
  const part = answeredPart(await inputFor('public'));
  expect(part.title).toBe('Tre av fem kommuner har svart');
  expect(part.base.replaceAll('\u00a0', ' ')).toBe('3 av 5 kommuner, 35 % av innbyggerne');
  expect(cells(part.table)).toEqual([
    ['1', '2', '29 % av innbyggerne'],
    ['2', '3', '50 % av innbyggerne']
  ]);
  expect(part.svg).toContain('role="img" aria-label="Tre av fem kommuner har svart"');
});

test('the public has no chart of cases by county, an adviser has one with its bases', async () => {
  expect(receivedPart(await inputFor('public'))).toBeNull();
  const part = receivedPart(await inputFor('region'));
  expect(part?.title).toBe('Tre kommuner har mottatt åtte saker til sammen');
  expect(cells(part?.table ?? { rows: [] })).toEqual([
    ['5', '1 av 2 kommuner'],
    ['3', '2 av 3 kommuner']
  ]);
});

test('those who have not answered are counted apart from those who said no', async () => {
  const part = categoryPart('web_info', await inputFor('public'));
  expect(part.title).toBe('Én av tre kommuner har informasjon på nettsiden');
  expect(part.table.columns).toEqual(['Fylke', 'Ja', 'Planlagt', 'Nei', 'Ikke svart']);
  expect(cells(part.table)).toEqual([
    ['0', '1', '0', '1'],
    ['1', '0', '1', '1'],
    ['1', '1', '1', '2']
  ]);
});

test('an answer without the question is told apart from no answer at all', async () => {
  const part = categoryPart('organised_under', await inputFor('public'));
  expect(part.title).toBe('Én av én enhet er organisert under helse og omsorg');
  expect(cells(part.table).at(-1)).toEqual(['0', '1', '0', '2', '2']);
});

test('"no" is muted and "not answered" hatched, so that neither looks like a finding', () => {
  const tones = labelledCategories('web_info', smallScene('public')).map((category) => [
    category.id,
    'tone' in category ? category.tone : undefined
  ]);
  expect(tones).toEqual([
    ['yes', undefined],
    ['planned', undefined],
    ['no', 'muted'],
    ['not_given', 'warning'],
    ['missing', 'missing']
  ]);
});

test('without a cell there is no base to show', () => {
  expect(baseOf(undefined, smallScene('public'))).toBe('');
});
