import { filterIndicators, type Filter } from '#lib/domain/filter.ts';
import { answeredPart, categoryPart, receivedPart, type ChartPart } from './chart-parts.ts';
import { headlineFigures, type HeadlineFigure } from './headline.ts';
import { statusMapPart, webMapPart } from './map-parts.ts';
import { municipalityTable } from './municipality-table.ts';
import type { Rows, Scene, Table } from './scene.ts';
import { labelOf, wordsOf } from './words.ts';

/** Everything on a statistics page that follows the filter, ready to be shown; a selection of nobody has no figures. */
export type Body = {
  selection: string;
  headline: HeadlineFigure[];
  charts: ChartPart[];
  maps: ChartPart[];
  hasCountyCounts: boolean;
  municipalities: Table;
};

/** Makes the body of a view from the rows of either engine; the document is where the charts are drawn. */
export function statisticsBody(rows: Rows, scene: Scene, filter: Filter, document: Document): Body {
  const selected = new Set(rows.municipalityFigures.map((figure) => figure.countyNo));
  const counties = scene.counties.filter(({ number }) => selected.has(number));
  const input = { rows, scene, counties, document };
  const received = receivedPart(input);
  const charts = [
    answeredPart(input),
    ...(received ? [received] : []),
    categoryPart('web_info', input),
    categoryPart('organised_under', input)
  ];
  return {
    selection: selectionText(scene, filter),
    headline: selected.size > 0 ? headlineFigures(rows, scene, filter) : [],
    charts: selected.size > 0 ? charts : [],
    maps: selected.size > 0 ? [statusMapPart(input), webMapPart(input)] : [],
    hasCountyCounts: received !== null,
    municipalities: municipalityTable(rows, scene)
  };
}

function selectionText(scene: Scene, filter: Filter): string {
  const text = wordsOf(scene);
  const county = scene.counties.find(({ number }) => number === filter.county)?.name;
  const categories = filterIndicators.flatMap((indicator) => {
    const chosen = filter.categories[indicator.id];
    return chosen ? [`${indicator.name[scene.language]}: ${labelOf(indicator.id, chosen, scene).toLowerCase()}`] : [];
  });
  const choices = [...(county ? [county] : []), ...categories];
  return choices.length === 0 ? text.whole : text.selected(choices.join(' · '));
}
