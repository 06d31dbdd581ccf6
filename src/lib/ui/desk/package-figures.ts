import type { CountyPackage, PackageRound } from '#lib/domain/county-package.ts';
import { categoryIndicators, countIndicators, indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleasedFigure, ReleasedMeasure } from '#lib/domain/release-content.ts';
import { releaseSymbols, shownOf, type FileValue, type ReportBlock } from '#lib/domain/release-reading.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { figureText } from '#lib/ui/release-files/input.ts';
import { categoryLabels, labelOf } from '#lib/ui/statistics/words.ts';

/** A table of a package: numbers are numbers in a workbook, and written out in a document. */
export type PackageTable = { caption: string; headings: readonly string[]; rows: readonly (readonly FileValue[])[] };
export type PackageScene = { pack: CountyPackage; questionnaire: Questionnaire; language: Language };

const measures = ['count', 'rate', 'share'] as const satisfies readonly ReleasedMeasure[];

/** The figures of the chosen round as tables of a document: cases, then each arrangement by its answers. */
export function figureBlocks(scene: PackageScene): ReportBlock[] {
  const { pack, language } = scene;
  const { figures: text } = messagesIn(language).countyPackage;
  const { figures, release } = pack.round;
  const cases = caseFigures(figures);
  return [
    ...(release === null ? [] : [paragraph(text.fromRelease(release))]),
    ...(cases.length === 0 ? [paragraph(text.notReleased)] : [caseTable(cases, scene)]),
    ...categoryIndicators.flatMap(({ id }) => categoryTable(id, scene))
  ];
}

function caseFigures(figures: readonly ReleasedFigure[]): ReleasedFigure[] {
  return countIndicators.flatMap(({ id }) =>
    measures.flatMap((measure) => figures.find((one) => one.indicator === id && one.measure === measure) ?? [])
  );
}

function caseTable(cases: readonly ReleasedFigure[], scene: PackageScene): ReportBlock {
  const { figures: text } = messagesIn(scene.language).countyPackage;
  const rows = cases.map((figure) => [
    figureName(figure, scene),
    figureText(figure, scene),
    ...behind(figure, scene.language)
  ]);
  return {
    ...{ kind: 'table', caption: text.cases, rows },
    headings: [text.figure, text.value, text.behind, text.inhabitants]
  };
}

function figureName({ indicator, measure, base }: ReleasedFigure, { language }: PackageScene): string {
  const { figures: text } = messagesIn(language).countyPackage;
  const name = indicatorOf(indicator).name[language];
  if (measure === 'rate') return text.rate(name);
  return measure === 'share' && base ? text.share(name, indicatorOf(base).name[language].toLowerCase()) : name;
}

function behind({ reported, expected, populationReported, population }: ReleasedFigure, language: Language): string[] {
  const text = messagesIn(language).releaseFiles;
  return [text.of(reported, expected), text.inhabitants(populationReported, population)];
}

function categoryTable(id: string, { pack, questionnaire, language }: PackageScene): ReportBlock[] {
  const { figures: text } = messagesIn(language).countyPackage;
  const own = pack.round.figures.filter((figure) => figure.indicator === id && figure.category !== null);
  const [first] = own;
  if (!first) return [];
  const named = { language, questionnaire, dataKind: pack.round.dataKind };
  const rows = categoryLabels(id, named).flatMap((category) => {
    const figure = own.find((one) => one.category === category.id);
    return figure ? [[category.label, figureText(figure, { language })]] : [];
  });
  const base = messagesIn(language).releaseFiles.base(
    id === 'answer_status' ? first.expected : first.reported,
    first.expected
  );
  const caption = text.category(indicatorOf(id).name[language], base);
  return [{ kind: 'table', caption, headings: [text.answer, text.municipalities], rows }];
}

/** The same figures as rows of data, with their intervals and bases in columns of their own. */
export function figureRows({ pack, questionnaire, language }: PackageScene): PackageTable {
  const { columns, figures: text, sheets } = messagesIn(language).countyPackage;
  const { measures: named, status } = messagesIn(language).releaseFiles;
  const rows = pack.round.figures.map((figure): FileValue[] => {
    const { indicator, category, measure } = figure;
    const { value, low, high } = shownOf(figure);
    const scene = { language, questionnaire, dataKind: pack.round.dataKind };
    return [
      ...[indicatorOf(indicator).name[language], category === null ? null : labelOf(indicator, category, scene)],
      ...[named[measure], value, low, high],
      figure.status === 'shown' ? null : `${releaseSymbols[figure.status]} ${status[figure.status]}`,
      ...[figure.reported, figure.expected, figure.populationReported, figure.population]
    ];
  });
  const headings = [
    ...[text.figure, columns.category, columns.measure, columns.value, columns.low, columns.high, columns.status],
    ...[columns.reported, columns.expected, columns.populationReported, columns.population]
  ];
  return { caption: sheets.figures, headings, rows };
}

/** Every settled round: who answered, cases with what they rest on, and web information. */
export function roundTable({ pack, language }: Pick<PackageScene, 'pack' | 'language'>): PackageTable {
  const { rounds: text } = messagesIn(language).countyPackage;
  const { kinds } = messagesIn(language).releaseFiles;
  const day = (date: string) => formatDate(date, language);
  const rows = pack.rounds.map((round) => [
    ...[round.name, `${day(round.periodStart)} – ${day(round.periodEnd)}`],
    answeredText(round, language),
    ...(['cases_received', 'cases_handled'] as const).map((id) => told(find(round, id, 'count'), language)),
    told(find(round, 'cases_received', 'rate'), language),
    told(find(round, 'web_info', 'count', 'yes'), language),
    kinds[round.dataKind]
  ]);
  const headings = [
    ...[text.round, text.period, text.answered, text.received, text.handled, text.rate, text.web, text.kind]
  ];
  return { caption: text.caption, headings, rows };
}

function find({ figures }: PackageRound, indicator: string, measure: ReleasedMeasure, category: string | null = null) {
  return figures.find((one) => one.indicator === indicator && one.measure === measure && one.category === category);
}

function told(figure: ReleasedFigure | undefined, language: Language): string {
  const { rounds: text } = messagesIn(language).countyPackage;
  if (!figure) return text.notReleased;
  return text.of(figureText(figure, { language }), figure.reported, figure.expected);
}

function answeredText(round: PackageRound, language: Language): string {
  const answered = ['answered', 'covered_by_host'].map((id) => find(round, 'answer_status', 'count', id));
  const [first] = answered;
  if (!first) return releaseSymbols.missing;
  const count = answered.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  return messagesIn(language).releaseFiles.of(count, first.expected);
}

function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', text };
}
