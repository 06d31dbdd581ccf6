import type { Analysis, Brush } from '#lib/domain/analysis.ts';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisScene } from './scene.ts';

/** Which municipalities are counted, in words; null is all. */
export function selectionText(
  { areas, language }: AnalysisScene,
  { filter, within = null }: Pick<Analysis, 'filter'> & { within?: Brush | null }
): string | null {
  const labelIn = (dimension: keyof AnalysisScene['areas'], id: string | null) =>
    id === null ? [] : [areas[dimension].find((area) => area.id === id)?.label ?? id];
  const choices = [
    ...labelIn('county', filter.county),
    ...labelIn('population_class', filter.populationClass),
    ...labelIn('organised_under', filter.organisedUnder),
    ...(within ? labelIn(within.dimension, within.area) : [])
  ];
  return choices.length === 0 ? null : messagesIn(language).analysis.selection(choices.join(' · '));
}

/** That figures of any of the rounds are made up or copied. */
export function dataKindChips(rounds: readonly Pick<AnalysisScene, 'dataKind'>[], language: Language): string[] {
  const { statistics } = messagesIn(language);
  const kinds = new Set(rounds.map(({ dataKind }) => dataKind));
  return [
    ...(kinds.has('synthetic') ? [statistics.synthetic] : []),
    ...(kinds.has('published') ? [statistics.publishedData] : [])
  ];
}
