import { geographyMapChart, geographyMapReading } from '#lib/charts/geography-map-chart.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { wideWidth } from '#lib/charts/theme.ts';
import { divisions, type Division } from '#lib/domain/picture.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import type { AnalysisScene } from './scene.ts';

/** Which municipalities belong where in the country, by one of its divisions. */
export type DivisionMap = {
  title: string;
  svg: string;
  table: Table;
  choices: { id: Division; label: string; isChosen: boolean }[];
};

/** Draws the country divided; the document is where the map is drawn. */
export function divisionMap({ tiles, language }: AnalysisScene, division: Division, document: Document): DivisionMap {
  const { charts, pictures } = messagesIn(language);
  const content = { measure: pictures.divisions[division], tiles, division };
  const { title, description, table } = geographyMapReading(content, charts.geographyMap);
  const chart = geographyMapChart(content, charts.geographyMap, { id: 'inndeling', width: wideWidth });
  return {
    ...{
      title,
      table: { ...table, caption: pictures.byDivision(pictures.divisions[division]) },
      svg: renderChart(chart, document, { title, description })
    },
    choices: divisions.map((id) => ({ id, label: pictures.divisions[id], isChosen: id === division }))
  };
}
