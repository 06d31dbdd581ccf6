import { indicators, type Indicator } from '#lib/domain/indicator.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { MunicipalityFigure } from '#lib/stats/municipality-figures.ts';
import type { Rows, Scene, Table } from './scene.ts';
import { labelOf, wordsOf } from './words.ts';

/** One row a municipality in the selection, with the figures the audience may see of it. */
export function municipalityTable(rows: Rows, scene: Scene): Table {
  const text = wordsOf(scene);
  const shown = indicators.filter((indicator) => indicator.nature === 'institutional' || scene.audience === 'region');
  const figures = new Map(
    rows.municipalityFigures.map((figure) => [`${figure.municipalityNo} ${figure.indicator}`, figure])
  );
  const selected = new Set(rows.municipalityFigures.map((figure) => figure.municipalityNo));
  return {
    caption: text.municipalitiesLead(selected.size),
    columns: [text.municipality, ...shown.map((indicator) => indicator.name[scene.language])],
    rows: scene.municipalities
      .filter(({ number }) => selected.has(number))
      .map(({ number, name }) => ({
        header: name,
        cells: shown.map((indicator) => figureText(figures.get(`${number} ${indicator.id}`), indicator, scene)),
        isQuiet: figures.get(`${number} answer_status`)?.status !== 'reported'
      }))
  };
}

/** A figure in words: the number, the category's label, or the reason why there is none. */
function figureText(figure: MunicipalityFigure | undefined, indicator: Indicator, scene: Scene): string {
  const text = wordsOf(scene);
  if (!figure) return text.noFigure;
  if (figure.category !== null) {
    const isAnswer = figure.value !== null;
    return isAnswer ? labelOf(indicator.id, figure.category, scene) : text.status[figure.status];
  }
  return figure.value === null ? text.status[figure.status] : formatNumber(figure.value, scene.language);
}
