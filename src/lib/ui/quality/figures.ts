import type { Language } from '#lib/domain/language.ts';
import { areaQuality, questionQuality, type AreaQuality, type QualityHistory } from '#lib/domain/quality-figures.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { csvFile } from '#lib/ui/csv-file.ts';

/** What the tables of a round's quality are made of; `county` is the one chosen, null for all. */
export type FigureScene = {
  language: Language;
  questionnaire: Questionnaire;
  deadlineAt: Date;
  counties: readonly { number: string; name: string }[];
  county: string | null;
  histories: readonly QualityHistory[];
};

/** The tables of the page: areas, and questions of the area chosen; each count with its base. */
export function qualityTables(scene: FigureScene) {
  const text = messagesIn(scene.language).quality.figures;
  const areas = areasOf(scene);
  const chosen = scene.counties.find(({ number }) => number === scene.county)?.name ?? text.all;
  return {
    areas: {
      caption: text.byCounty,
      columns: [text.county, ...Object.values(text.columns)],
      rows: areas.map(({ name, area }) => ({ header: name, cells: areaCells(area, scene.language) }))
    },
    questions: {
      caption: text.byQuestion(chosen),
      columns: [text.question, ...Object.values(text.questionColumns)],
      rows: questionRows(scene).map(({ title, figures }) => ({
        header: title,
        cells: figures.map((figure) => formatNumber(figure, scene.language))
      }))
    }
  };
}

/** The same for Norwegian Excel, a figure a line: UTF-8 with a byte order mark, semicolons, decimal commas. */
export function qualityCsv(scene: FigureScene): string {
  const text = messagesIn(scene.language).quality.figures;
  const { columns, questionColumns, csv } = text;
  const chosen = scene.counties.find(({ number }) => number === scene.county)?.name ?? text.all;
  const areaLines = areasOf(scene).flatMap(({ name, area }) =>
    areaFigures(area).map(({ column, value, of }) => [text.county, name, columns[column], decimal(value), decimal(of)])
  );
  const names = Object.values(questionColumns);
  const questionLines = questionRows(scene).flatMap(({ title, figures, answered }) =>
    figures.map((value, index) => [chosen, title, names[index] ?? '', decimal(value), decimal(answered)])
  );
  const head = [csv.table, csv.area, csv.figure, csv.value, csv.base];
  return csvFile([head, ...areaLines, ...questionLines]);
}

type Text = ReturnType<typeof messagesIn>['quality']['figures'];

function areasOf({ language, counties, histories, deadlineAt }: FigureScene): { name: string; area: AreaQuality }[] {
  const all = { name: messagesIn(language).quality.figures.all, area: areaQuality(histories, deadlineAt) };
  const each = counties.map(({ number, name }) => ({
    name,
    area: areaQuality(
      histories.filter(({ countyNo }) => countyNo === number),
      deadlineAt
    )
  }));
  return [all, ...each.filter(({ area }) => area.expected > 0)];
}

function areaFigures({ expected, answered, sent, onTime, corrected, review, open, closed, days }: AreaQuality) {
  return [
    { column: 'expected', value: expected, of: null },
    { column: 'answered', value: answered, of: expected },
    { column: 'onTime', value: onTime, of: expected },
    { column: 'corrected', value: corrected, of: sent },
    { column: 'accepted', value: review.accepted, of: sent },
    { column: 'returned', value: review.returned, of: sent },
    { column: 'unreviewed', value: review.unreviewed, of: sent },
    { column: 'open', value: open, of: null },
    { column: 'closed', value: closed, of: null },
    { column: 'days', value: days, of: null }
  ] as const satisfies { column: keyof Text['columns']; value: number | null; of: number | null }[];
}

function areaCells(area: AreaQuality, language: Language): string[] {
  const { share } = messagesIn(language).quality.figures;
  return areaFigures(area).map(({ value, of }) => {
    if (value === null) return '–';
    return of === null ? formatNumber(value, language) : share(value, of);
  });
}

function questionRows({ questionnaire, histories, county, language }: FigureScene) {
  const chosen = histories.filter(({ countyNo }) => county === null || countyNo === county);
  const answered = chosen.filter(({ versions }) => versions.length > 0).length;
  return questionQuality(questionnaire, chosen).map(({ corrections, fired, explained, asked }, index) => ({
    title: questionnaire.questions[index]?.text[language] ?? '',
    figures: [corrections, fired, explained, asked],
    answered
  }));
}

function decimal(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 10) / 10).replace('.', ',');
}
