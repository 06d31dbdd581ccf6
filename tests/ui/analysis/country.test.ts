import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '#lib/domain/analysis.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { readLinked } from '#lib/stats/analysis-rows.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { figureLines } from '#lib/ui/analysis/figure-lines.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { analysisScreen } from '#lib/ui/analysis/screen.ts';
import { scene as regionScene, viewWith } from '../../support/analysis-scene.ts';
import { twoRounds } from '../../support/workbench-rows.ts';

const withheld = { status: 'not_shown' as const, value: null, numerator: null, denominator: null };
const country = {
  ...twoRounds,
  figure: twoRounds.figure.map((figure) =>
    figure.municipalityNo?.startsWith('40') ? { ...figure, ...withheld, reported: 0, populationReported: 0 } : figure
  )
};
const regions = [{ id: 'sor', name: 'KORUS Sør', round: 'Runde 2024' }];
const scene: AnalysisScene = { ...regionScene, country: { regions, expected: 6, municipalities: 6 } };

let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(country));
});
afterAll(() => engine.close());

async function inputOf(choice: Partial<Analysis>) {
  const analysis = viewWith({ scope: 'country', ...choice });
  return { ...(await readLinked((statement) => engine.run(statement), analysis)), scene, analysis };
}
const screenOf = async (choice: Partial<Analysis>) => analysisScreen(await inputOf(choice), svgDocument);

describe('a view of the country where the figures of others are withheld', () => {
  it('says of no withheld figure how many have given it', async () => {
    const { view } = await screenOf({});
    expect(view.table.rows.map(({ header, cells }) => [header, ...cells])).toEqual([
      ['Telemark', 'vises ikke', '–', '–'],
      ['Agder', '5', '2\u00a0av\u00a03', '43\u00a0%'],
      ['I alt', '5', '2\u00a0av\u00a06', '5\u00a0%']
    ]);
    expect(view.picture?.svg).toContain('3 kommuner');
    expect(view.picture?.svg).not.toContain('0 av 3');
    const [, telemark] = figureLines(await inputOf({}));
    expect(telemark?.slice(10, 17)).toEqual(['vises ikke', null, null, null, 3, expect.any(Number), null]);
  });

  it('has pictures that say how many municipalities they are of, and where the sums are', async () => {
    const { view, linked } = await screenOf({ dimension: 'municipality', picture: 'map' });
    expect(view.title).toBe('Landet, der 3 av 6 kommuner vises: Mottatte saker: én av to kommuner har noen');
    expect(view.notes[1]).toContain('Sammenlign etter KORUS-region');
    expect(linked.map(({ title, base }) => [title, base])).toEqual([
      ['Mottatte saker etter fylke: 5 i alt', '2 av 6 kommuner']
    ]);
    const [map] = (await screenOf({})).linked;
    expect(map?.base).toBe('3 av 6 kommuner vises');
  });

  it('says that a selection is not shown, and not that nobody has given the figure', async () => {
    const brush = { dimension: 'county', area: '40' } as const;
    const { view } = await screenOf({ dimension: 'municipality', brush });
    expect(view.title).toBe('Landet: Mottatte saker: tallet vises ikke for utvalget');
    expect([view.base, view.chips]).toEqual(['3 kommuner', ['syntetiske tall']]);
    const rates = await screenOf({ measure: 'rate', brush });
    expect(rates.linked.map(({ title, base }) => [title, base])).toEqual([
      ['Mottatte saker: tallet vises ikke for utvalget', '3 kommuner']
    ]);
  });
});
