import { dotIntervalChart } from '#lib/charts/dot-interval-chart.ts';
import { dotIntervalReading } from '#lib/charts/dot-interval-reading.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { Analysis } from '#lib/domain/analysis.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { formatNumber, formatShare, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { titleIn, type SceneCountry } from './country.ts';
import { estimateOf, type Estimate } from './estimate.ts';
import { absenceOf, unitOf } from './pictures/area-figures.ts';
import { sourcesOf, shownRound, type AnalysisScene } from './scene.ts';
import { dataKindChips } from './selection.ts';
import { estimateText } from './words.ts';

/** What is told of each region, the rate of the first. */
export const regionIndicators = ['cases_received', 'cases_handled', 'cases_under_18'] as const;

/** The regions side by side: their rows by KORUS region, one an indicator. */
export type RegionsInput = { rows: readonly ComparisonRow[]; scene: AnalysisScene; analysis: Analysis };
/** A region with its figures in the order of `regionIndicators`; its rate is null without a figure. */
export type RegionLine = SceneCountry['regions'][number] & {
  cells: (ComparisonRow | undefined)[];
  rate: Estimate | null;
};

/** The body of the page; `svg` is null where no region has a figure. */
export type RegionsView = Record<'title' | 'measure' | 'source', string> &
  Record<'chips' | 'notes', string[]> & { svg: string | null; table: Table };

/** The regions with what each has published, and one's own; the document is where the chart is drawn. */
export function regionsView(input: RegionsInput, document: Document): RegionsView {
  const { scene, analysis } = input;
  const { analysis: common, country, statistics } = messagesIn(scene.language);
  const { regions: text } = country;
  const lines = regionLines(input);
  const shown = lines.filter(({ rate }) => rate !== null).length;
  const chart = chartOf(lines, input);
  const sources = sourcesOf(scene, analysis);
  const whole = cellOf(input, 'cases_received', null);
  const base = whole ? [common.base(whole.reported, whole.expected)] : [];
  const part = whole ? [statistics.populationShare(whole.populationReported, whole.population)] : [];
  return {
    title: titleIn(scene, shown === 0 ? text.findingNone : chart.title),
    measure: common.measureLine(text.measure, shownRound(input).name),
    chips: [text.finding(shown, lines.length), ...base, ...part, ...dataKindChips(sources, scene.language)],
    notes: [...absenceNotes(lines, scene), text.order, text.overlap],
    svg: shown === 0 ? null : renderResponsiveChart(chart.draw, 'regioner', document, { title: chart.title }),
    table: regionsTable(lines, scene),
    source: common.source(sources.map(({ name }) => name).join(', '))
  };
}

/** Every region in the fixed order, also without a round or a figure. */
export function regionLines(input: RegionsInput): RegionLine[] {
  return (input.scene.country?.regions ?? []).map((region) => {
    const cells = regionIndicators.map((indicator) => cellOf(input, indicator, region.id));
    return { ...region, cells, rate: estimateOf(cells[0], cells[0], 'rate') };
  });
}

/** The figure of a region with its base, or why there is none. */
function figureText(line: RegionLine, index: number, scene: AnalysisScene): string {
  const { analysis } = messagesIn(scene.language);
  const cell = line.cells[index];
  if (line.round === null || !cell || cell.value === null) return absenceText(line, index, scene);
  return analysis.withBase(formatNumber(cell.value, scene.language), analysis.shortBase(cell.reported, cell.expected));
}

/** Why a region has no figure: no round, one that is not shown, or none that was given. */
export function absenceText(line: RegionLine, index: number, { language }: AnalysisScene): string {
  const { country, charts, analysis } = messagesIn(language);
  if (line.round === null) return country.noRound;
  return absenceOf(line.cells[index], 'count') === 'withheld' ? charts.absence.withheld : analysis.noFigure;
}

function cellOf({ rows }: RegionsInput, indicator: string, area: string | null): ComparisonRow | undefined {
  return rows.find((row) => row.indicator === indicator && row.area === area && row.category === null);
}

function chartOf(lines: readonly RegionLine[], input: RegionsInput) {
  const { charts, country, pictures } = messagesIn(input.scene.language);
  const whole = cellOf(input, 'cases_received', null);
  const content = {
    measure: country.regions.measure,
    order: 'given' as const,
    mean: estimateOf(whole, whole, 'rate')?.value ?? null,
    rows: lines
      .filter(({ round }) => round !== null)
      .map(({ name, cells: [received], rate }) => ({
        ...{ name, population: received?.countedPopulation ?? 0 },
        estimate: rate ? withInterval(rate) : absenceOf(received, 'rate')
      }))
  };
  const text = { ...charts.area.dotInterval, ...unitOf(input), estimate: pictures.estimate.raw };
  const { title } = dotIntervalReading(content, text);
  return { title, draw: (frame: Parameters<typeof dotIntervalChart>[2]) => dotIntervalChart(content, text, frame) };
}

function withInterval({ value, low, high }: Estimate) {
  return { value, low: low ?? value, high: high ?? value, raw: null };
}

/** The regions without a figure of the rate by name, each with why. */
function absenceNotes(lines: readonly RegionLine[], { language }: AnalysisScene): string[] {
  const { regions: text } = messagesIn(language).country;
  const note = (holds: (line: RegionLine) => boolean, sentence: (regions: string) => string) => {
    const names = lines.filter((line) => line.rate === null && holds(line)).map(({ name }) => name);
    return names.length === 0 ? [] : [sentence(listInText(names, language))];
  };
  const isWithheld = ({ cells: [received] }: RegionLine) => absenceOf(received, 'rate') === 'withheld';
  return [
    ...note((line) => line.round !== null && isWithheld(line), text.withheld),
    ...note((line) => line.round !== null && !isWithheld(line), text.noneGiven),
    ...note(({ round }) => round === null, text.without)
  ];
}

function regionsTable(lines: readonly RegionLine[], scene: AnalysisScene): Table {
  const { language } = scene;
  const { country, analysis } = messagesIn(language);
  const { regions: text } = country;
  const names = regionIndicators.map((indicator) => indicatorOf(indicator).name[language]);
  return {
    caption: text.measure,
    columns: [text.region, text.round, ...names, text.rate, text.interval, text.population],
    rows: lines.map((line) => {
      const [received] = line.cells;
      const { low, high } = line.rate ?? { low: null, high: null };
      const told = (value: number) => estimateText(value, 'rate', language);
      const share = line.rate && received && formatShare(received.populationReported, received.population, language);
      return {
        header: line.name,
        cells: [
          line.round ?? text.noRound,
          ...regionIndicators.map((_, index) => figureText(line, index, scene)),
          line.rate ? told(line.rate.value) : absenceText(line, 0, scene),
          low === null || high === null ? analysis.noShare : analysis.intervalText(told(low), told(high)),
          share ?? analysis.noShare
        ]
      };
    })
  };
}
