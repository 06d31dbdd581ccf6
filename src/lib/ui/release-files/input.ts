import { indicatorOf, indicators, type Indicator } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent, ReleasedArea, ReleasedFigure, ReleasedMeasure } from '#lib/domain/release-content.ts';
import { releaseSymbols, shownOf } from '#lib/domain/release-reading.ts';
import { formatNumber, formatRate, formatShare } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Messages } from '#lib/i18n/nb.ts';

/**
 * What a release is told from: its content, the questionnaire that names the categories, and its lasting address. `at` is
 * when it was made; `document` is what pictures are drawn with.
 */
export type ReleaseInput = {
  content: ReleaseContent;
  language: Language;
  questionnaire: Questionnaire;
  address: string;
  at: Date;
  document: Document;
};

type FigureName = { indicator: string; category: string | null; area: string; measure: ReleasedMeasure };

export function textOf({ language }: Pick<ReleaseInput, 'language'>): Messages['releaseFiles'] {
  return messagesIn(language).releaseFiles;
}

/** How a figure names its area. */
export function areaKey({ type, id }: Pick<ReleasedArea, 'type' | 'id'>): string {
  return `${type}:${id}`;
}

/** The areas of the release of one type, in their order. */
export function areasOf({ content }: Pick<ReleaseInput, 'content'>, type: ReleasedArea['type']): ReleasedArea[] {
  return content.areas.filter((area) => area.type === type);
}

/** Finds figures by what they are of; undefined where the release has none. */
export function figureFinder({ content }: Pick<ReleaseInput, 'content'>) {
  const nameOf = ({ indicator, category, area, measure }: FigureName) =>
    [indicator, category ?? '', area, measure].join('|');
  const byName = new Map(content.figures.map((figure) => [nameOf(figure), figure]));
  return (name: FigureName): ReleasedFigure | undefined => byName.get(nameOf(name));
}

/** The indicators that the release has figures of, in the order of the list of indicators. */
export function releasedIndicators({ content }: Pick<ReleaseInput, 'content'>, kind: Indicator['kind']): Indicator[] {
  const found = new Set(content.figures.map(({ indicator }) => indicator));
  return indicators.filter((indicator) => indicator.kind === kind && found.has(indicator.id));
}

export function indicatorName(id: string, { language }: Pick<ReleaseInput, 'language'>): string {
  return indicatorOf(id).name[language];
}

/** A figure in words of a table: its number with its interval, or its sign; "." where the release has none. */
export function figureText(figure: ReleasedFigure | undefined, { language }: Pick<ReleaseInput, 'language'>): string {
  if (!figure) return releaseSymbols.not_applicable;
  const { value, low, high } = shownOf(figure);
  if (value === null) return releaseSymbols[figure.status === 'shown' ? 'not_applicable' : figure.status];
  const format = { count: formatNumber, share: perCent, rate: formatRate }[figure.measure];
  if (low === null || high === null) return format(value, language);
  const bare = (end: number) => format(end, language).replace(/\s%$/u, '');
  return textOf({ language }).interval(format(value, language), bare(low), bare(high));
}

function perCent(value: number, language: Language): string {
  return formatShare(value, 1, language) ?? releaseSymbols.not_applicable;
}

/** The region's own key: it is the first of the areas. */
export function regionOf({ content }: Pick<ReleaseInput, 'content'>): string {
  const [region] = content.areas;
  if (!region) throw new Error(`a release without areas: ${content.id}`);
  return areaKey(region);
}
