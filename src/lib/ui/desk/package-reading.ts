import { indicators } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { FileValue, ReportBlock, ReportReading } from '#lib/domain/release-reading.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { figureBlocks, figureRows, roundTable, type PackageScene, type PackageTable } from './package-figures.ts';
import { followParts, promisePart, type FollowPart } from './package-follow.ts';

/** A sheet of the workbook: the mark of the package stands above its headings. */
type PackageSheet = {
  name: string;
  mark: string;
  headings: readonly string[];
  rows: readonly (readonly FileValue[])[];
};
type Told = PackageScene & { sentences: readonly string[]; at: Date };

/** The package as a document: the same parts in the same order on the screen, in Word and in PDF. */
export function packageReading(told: Told): ReportReading {
  const { pack, language, at } = told;
  const text = messagesIn(language).countyPackage;
  const { round, county, audience } = pack;
  const day = (date: string) => formatDate(date, language);
  const mark = text.mark[audience];
  return {
    ...{ language, at, pictures: [], title: text.title(county.name), source: text.source(round.name) },
    subtitle: messagesIn(language).releaseFiles.subtitle(round.name, day(round.periodStart), day(round.periodEnd)),
    version: `${mark} · ${text.made(formatDate(at, language))}`,
    kind: isSynthetic(told) ? messagesIn(language).releaseFiles.kinds.synthetic : null,
    report: packageBlocks(told),
    words: { page: (page, pages) => text.page(mark, page, pages) }
  };
}

/** The parts of a package, for the screen and for documents. */
function packageBlocks(told: Told): ReportBlock[] {
  const { pack, language, sentences } = told;
  const text = messagesIn(language).countyPackage;
  return [
    { kind: 'paragraph', text: text.means[pack.audience] },
    ...section(
      text.text,
      sentences.map((one) => ({ kind: 'paragraph', text: one }))
    ),
    ...section(text.figures.heading(pack.round.name), figureBlocks(told)),
    ...section(text.rounds.heading, [
      tableBlock(roundTable(told), language),
      { kind: 'paragraph', text: text.rounds.means }
    ]),
    ...partsOf(told).flatMap((part) => section(part.heading, partBlocks(part, language))),
    ...section(text.definitions.heading, [{ kind: 'facts', rows: definitionRows(told) }])
  ];
}

/** The package as sheets, each marked with whom it is for. */
export function packageSheets(told: Told): PackageSheet[] {
  const { pack, language, sentences } = told;
  const text = messagesIn(language).countyPackage;
  const reading = packageReading({ ...told, sentences: [] });
  const { synthetic } = messagesIn(language).releaseFiles.kinds;
  const mark = text.sheetMark[pack.audience] + (isSynthetic(told) ? ` (${synthetic})` : '');
  const sheet = (name: string, { headings, rows }: Pick<PackageTable, 'headings' | 'rows'>): PackageSheet => ({
    ...{ name, mark, headings, rows }
  });
  const about = [[reading.title, reading.subtitle], [reading.version, reading.source], ...definitionRows(told)];
  return [
    sheet(text.sheets.about, { headings: [text.definitions.name, text.definitions.means], rows: about }),
    sheet(text.sheets.text, { headings: [text.text], rows: sentences.map((one) => [one]) }),
    sheet(text.sheets.figures, figureRows(told)),
    sheet(text.sheets.rounds, roundTable(told)),
    ...partsOf(told).map((part) => sheet(part.sheet, partSheet(part)))
  ];
}

function partsOf({ pack, language }: Told): FollowPart[] {
  return pack.follow ? followParts(pack, pack.follow, language) : [promisePart(pack, language)];
}

/** What is told of a part, then its tables, one under the other. */
function partSheet({ heading, told, tables }: FollowPart): Pick<PackageTable, 'headings' | 'rows'> {
  const [first, ...others] = tables;
  const after = others.flatMap(({ caption, headings, rows }) => [[], [caption], headings, ...rows]);
  const above = told.map((text) => [text]);
  if (!first) return { headings: [heading], rows: above };
  return { headings: first.headings, rows: [...first.rows, ...after, ...(above.length > 0 ? [[], ...above] : [])] };
}

function partBlocks({ heading, told, tables }: FollowPart, language: Language): ReportBlock[] {
  const shown = tables.filter(({ rows }) => rows.length > 0);
  const blocks: ReportBlock[] = [
    ...told.map((text) => ({ kind: 'paragraph', text }) as const),
    ...shown.map((table) => tableBlock(table, language))
  ];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: heading }];
}

function tableBlock({ caption, headings, rows }: PackageTable, language: Language): ReportBlock {
  const written = (value: FileValue) => (typeof value === 'number' ? formatNumber(value, language) : (value ?? '–'));
  return { kind: 'table', caption, headings, rows: rows.map((cells) => cells.map(written)) };
}

function section(heading: string, blocks: readonly ReportBlock[]): ReportBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks];
}

/** What each figure is, as the municipalities were asked, and how the measures and signs are read. */
function definitionRows({ pack, questionnaire, language }: PackageScene): [string, string][] {
  const { definitions: text } = messagesIn(language).countyPackage;
  const { symbols, method } = messagesIn(language).releaseFiles;
  const asked = indicators.flatMap(({ id, name }): [string, string][] => {
    const definition = definitionOf(id, questionnaire, language);
    return [[name[language], id === 'answer_status' ? text.answered : definition]];
  });
  const hidden =
    pack.audience === 'public' ? Object.entries(symbols) : Object.entries(symbols).filter(([sign]) => sign !== ':');
  return [
    ...asked,
    [text.base, text.baseMeans],
    [text.rate, `${method.rate} ${method.share}`],
    [text.kept, text.keptMeans],
    ...hidden
  ];
}

function definitionOf(id: string, { questions }: Questionnaire, language: Language): string {
  const question = questions.find(({ key }) => key === id);
  return question?.definition[language] ?? '';
}

function isSynthetic({ pack }: PackageScene): boolean {
  return pack.rounds.some(({ dataKind }) => dataKind === 'synthetic');
}
