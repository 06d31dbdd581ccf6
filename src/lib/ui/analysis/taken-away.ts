import { standaloneSvg, type Caption } from '#lib/charts/standalone-svg.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { figureLines, type FileCell } from './figure-lines.ts';
import type { AnalysisInput } from './scene.ts';
import { analysisView, type AnalysisView } from './view.ts';

type Sheet = { name: string; rows: FileCell[][]; widths: number[] };
/** Where a view is found, and when it was taken away. */
type Origin = { address: string; at: Date };

/** The chart of a view as a picture that tells the same as the page does; null where there is nothing to draw. */
export function analysisPicture(input: AnalysisInput, document: Document): string | null {
  const view = analysisView(input, document);
  return view.picture && standaloneSvg(view.picture.svg, captionOf(view, input));
}

/** The sheets of a view: its figures, and what they are. */
export function analysisSheets(input: AnalysisInput, origin: Origin, document: Document): Sheet[] {
  const { language } = input.scene;
  const text = messagesIn(language).views.sheet;
  const view = analysisView(input, document);
  const { title, measure, notes, source } = view;
  const chips = chipsOf(view, input);
  const labels = (isWarning: boolean) => chips.filter((chip) => chip.isWarning === isWarning).map(({ label }) => label);
  const explained: FileCell[][] = [
    [text.title, title],
    [text.measure, measure],
    [text.base, labels(false).join(', ')],
    ...labels(true).map((label) => [text.kind, label]),
    ...notes.map((note) => [text.notes, note]),
    [text.blank, text.blankText],
    [text.source, source],
    [text.address, origin.address],
    [text.made, formatMoment(origin.at, language)]
  ];
  return [
    { name: text.figures, rows: figureLines(input), widths: [28, 14, 20, 18, 24, 18, 18, 10, 10, 10, 16, 10, 10] },
    { name: text.explanation, rows: explained, widths: [22, 90] }
  ];
}

function captionOf(view: AnalysisView, input: AnalysisInput): Caption {
  const { title, measure, notes, source } = view;
  return { title, measure, notes, source, chips: chipsOf(view, input), key: view.picture?.key ?? [] };
}

function chipsOf({ base, chips }: AnalysisView, { scene }: AnalysisInput): Caption['chips'] {
  const { synthetic, publishedData } = messagesIn(scene.language).statistics;
  const all = base === '' ? chips : [base, ...chips];
  return all.map((label) => ({ label, isWarning: label === synthetic || label === publishedData }));
}
