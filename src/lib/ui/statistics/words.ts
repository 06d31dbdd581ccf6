import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Scene } from './scene.ts';

type Named = Pick<Scene, 'language' | 'dataKind' | 'questionnaire'>;

/** The texts of a statistics page. In a round of published figures nobody was asked, so nobody has failed to answer. */
export function wordsOf({ language, dataKind }: Pick<Scene, 'language' | 'dataKind'>): Messages['statistics'] {
  const { statistics } = messagesIn(language);
  return dataKind === 'published' ? { ...statistics, ...statistics.publishedRound } : statistics;
}

/** The categories of an indicator with their labels, in their order. */
export function categoryLabels(indicatorId: string, scene: Named): { id: string; label: string }[] {
  const { answerStatus } = wordsOf(scene);
  return categoriesOf(indicatorOf(indicatorId), scene.questionnaire).map(({ id, text }) => ({
    id,
    label: (indicatorId === 'answer_status' && answerStatus[id]) || text[scene.language]
  }));
}

/** What a category is called; throws on an unknown one. */
export function labelOf(indicatorId: string, category: string, scene: Named): string {
  const found = allCategoryLabels(indicatorId, scene).find(({ id }) => id === category);
  if (!found) throw new Error(`unknown category of ${indicatorId}: ${category}`);
  return found.label;
}

/** The same, with those who have not answered and those who did not know last; every municipality is in one of them. */
export function allCategoryLabels(indicatorId: string, scene: Named): { id: string; label: string }[] {
  const { notAnswered, notGiven } = wordsOf(scene);
  if (indicatorId === 'answer_status') return categoryLabels(indicatorId, scene);
  return [
    ...categoryLabels(indicatorId, scene),
    { id: 'not_given', label: notGiven },
    { id: 'missing', label: notAnswered }
  ];
}
