import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Measure } from '#lib/domain/analysis.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatNumber, formatRate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { allCategoryLabels } from '#lib/ui/statistics/words.ts';
import type { Area, AnalysisScene } from './scene.ts';

/** A figure in its measure: a rate with its one decimal, others with at most one. */
export function estimateText(value: number, measure: Measure, language: Language): string {
  const figure = measure.startsWith('rate') ? formatRate(value, language) : formatNumber(value, language);
  return measure === 'share' ? messagesIn(language).analysis.percent(figure) : figure;
}

/** The categories of an indicator in their order, those without an answer last; none of a count. */
export function categoriesIn(indicator: string, scene: AnalysisScene): Area[] {
  if (indicatorOf(indicator).kind === 'count') return [];
  return allCategoryLabels(indicator, { ...scene, questionnaire: scene.choices.questionnaire });
}
