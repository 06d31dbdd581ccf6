import { describe, expect, it } from 'vitest';
import { svgDocument } from '#lib/server/svg-document.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import { regionsCsv } from '#lib/ui/analysis/regions-csv.ts';
import { regionsView } from '#lib/ui/analysis/regions.ts';
import { countryNotes, titleIn } from '#lib/ui/analysis/country.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { scene as regionScene, viewWith } from '../../support/analysis-scene.ts';

const scene: AnalysisScene = {
  ...regionScene,
  rounds: [
    {
      ...{ id: '2024', name: 'Landet 2024', periodEnd: '2024-03-31', dataKind: 'synthetic' },
      sources: [
        { name: 'Region Sør 2024', dataKind: 'synthetic' },
        { name: 'Region Oslo 2024', dataKind: 'reported' }
      ]
    }
  ],
  country: {
    regions: [
      { id: 'nord', name: 'KORUS Nord', round: null },
      { id: 'sor', name: 'KORUS Sør', round: 'Region Sør 2024' },
      { id: 'oslo', name: 'KORUS Oslo', round: 'Region Oslo 2024' }
    ],
    ...{ expected: 67, municipalities: 357 }
  }
};
const analysis = viewWith({ scope: 'country', dimension: 'korus_region', measure: 'rate' });

function row(indicator: string, area: string | null, given: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    ...{ roundId: '2024', indicator, area, part: null, category: null, status: null, value: 71 },
    ...{ numerator: null, denominator: null, expected: 66, reported: 42, population: 1_023_000 },
    ...{ populationReported: 929_303, countedPopulation: 929_303, counted15to17: null, counted18plus: null },
    ...given
  };
}
const hidden = { status: 'not_shown', value: null, expected: 1, reported: 0, countedPopulation: 0 };
const rows = ['cases_received', 'cases_handled', 'cases_under_18'].flatMap((indicator) => [
  row(indicator, null, { expected: 67 }),
  row(indicator, 'sor'),
  row(indicator, 'oslo', hidden)
]);
const input = { rows, scene, analysis };

describe('the regions side by side', () => {
  it('stand in the fixed order, each with its figure and base or why it has none', () => {
    const { table, notes, svg, chips } = regionsView(input, svgDocument);
    expect(table.rows.map(({ header, cells }) => [header, cells[0], cells[1], cells[4]])).toEqual([
      ['KORUS Nord', 'ingen runde', 'ingen runde', 'ingen runde'],
      ['KORUS Sør', 'Region Sør 2024', '71 (42\u00a0av\u00a066)', '0,8'],
      ['KORUS Oslo', 'Region Oslo 2024', 'vises ikke', 'vises ikke']
    ]);
    expect(notes.slice(0, 2)).toEqual([
      'Tallet vises ikke: KORUS Oslo. For få har svart, eller runden er ikke avsluttet.',
      'Ingen runde: KORUS Nord.'
    ]);
    expect(chips).toContain('1 av 3 KORUS-regioner har tall som kan vises');
    expect(chips).toContain('syntetiske tall');
    expect(svg).toContain('vises ikke');
    expect(svg).not.toContain('KORUS Nord');
  });

  it('are lines of a file, empty where there is no figure', () => {
    const lines = regionsCsv(input).trim().split('\r\n');
    expect(lines).toHaveLength(10);
    expect(lines[1]).toContain('KORUS Nord;;Mottatte saker;;;;;ingen runde;;;;;');
    expect(lines[4]).toMatch(/^KORUS Sør;Region Sør 2024;Mottatte saker;71;0,764;0,5967;0,9637;vist;42;66;/);
    expect(lines[7]).toContain('KORUS Oslo;Region Oslo 2024;Mottatte saker;;;;;vises ikke;0;1;');
  });

  it('have a finding that says how many have a round', () => {
    expect(titleIn(scene, 'Mottatte saker: 71')).toBe('Landet, to av tre KORUS-regioner: Mottatte saker: 71');
    expect(countryNotes(scene, 'web_info')).toEqual([
      '2 av 3 KORUS-regioner har en runde. Rundene spør 67 av landets 357 kommuner.',
      'Ingen runde: KORUS Nord.'
    ]);
    expect(titleIn(regionScene, 'Mottatte saker: 71')).toBe('Mottatte saker: 71');
    expect(countryNotes(regionScene, 'cases_received')).toEqual([]);
  });
});
