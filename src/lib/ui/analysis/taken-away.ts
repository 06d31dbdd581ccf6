import { standaloneSvg, type Caption } from '#lib/charts/standalone-svg.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { figureLines } from './figure-lines.ts';
import { widthsOf, type FileCell } from './file-lines.ts';
import type { DrawnPicture } from './pictures/drawing.ts';
import type { AnalysisInput } from './scene.ts';
import { analysisView } from './view.ts';

/** What a page of the workbench says around its figures, and its picture; null where nothing is drawn. */
type Shown = Pick<Caption, 'title' | 'measure' | 'notes' | 'source'> & {
  base: string;
  chips: readonly string[];
  picture: Pick<DrawnPicture, 'svg' | 'key'> | null;
};
type Sheet = { name: string; rows: FileCell[][]; widths: number[] };
/** Where a view is found, and when it was taken away. */
type Origin = { address: string; at: Date };

/**
 * What a page shows, as files have it: one line a figure after a line of headings, and what a blank field says. The document
 * is where its picture is drawn.
 */
export type TakenAway = {
  language: Language;
  shown: (document: Document) => Shown;
  lines: () => FileCell[][];
  blank: string;
};

/** The workbench's own view as it is taken away. */
export function takenAnalysis(input: AnalysisInput): TakenAway {
  const { language } = input.scene;
  return {
    language,
    shown: (document) => analysisView(input, document),
    lines: () => figureLines(input),
    blank: messagesIn(language).views.sheet.blankText
  };
}

/** The chart of a page as a picture that tells the same as the page does; null where there is nothing to draw. */
export function takenPicture({ shown, language }: TakenAway, document: Document): string | null {
  const { picture, title, measure, notes, source, ...bases } = shown(document);
  const chips = chipsOf(bases, language);
  return picture && standaloneSvg(picture.svg, { title, measure, notes, source, chips, key: picture.key });
}

/** The sheets of a page: its figures, and what they are. */
export function takenSheets({ shown, lines, blank, language }: TakenAway, origin: Origin, document: Document): Sheet[] {
  const text = messagesIn(language).views.sheet;
  const { title, measure, notes, source, ...bases } = shown(document);
  const chips = chipsOf(bases, language);
  const labels = (isWarning: boolean) => chips.filter((chip) => chip.isWarning === isWarning).map(({ label }) => label);
  const figures = lines();
  const explained: FileCell[][] = [
    [text.title, title],
    [text.measure, measure],
    ...(chips.some(({ isWarning }) => !isWarning) ? [[text.base, labels(false).join(', ')]] : []),
    ...labels(true).map((label) => [text.kind, label]),
    ...notes.map((note) => [text.notes, note]),
    [text.blank, blank],
    [text.source, source],
    [text.address, origin.address],
    [text.made, formatMoment(origin.at, language)]
  ];
  return [
    { name: text.figures, rows: figures, widths: widthsOf(figures) },
    { name: text.explanation, rows: explained, widths: [22, 90] }
  ];
}

function chipsOf({ base, chips }: Pick<Shown, 'base' | 'chips'>, language: Language): Caption['chips'] {
  const { synthetic, publishedData } = messagesIn(language).statistics;
  const all = base === '' ? chips : [base, ...chips];
  return all.map((label) => ({ label, isWarning: label === synthetic || label === publishedData }));
}
