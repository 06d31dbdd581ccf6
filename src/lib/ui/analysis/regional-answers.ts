import type { Entry } from '#lib/domain/figure.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import { regionalAnswers, regionalTrend, type RegionalAnswer } from '#lib/domain/regional-answer.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

/** A round with its own questions and what was answered, as far as the reader may have it. */
export type AskedRound = { name: string; questions: readonly Question[]; entries: readonly Entry[] };
/** A question of the region's own: what was found, by county, and over the rounds where more than one asked it. */
export type RegionalView = { key: string; title: string; definition: string; counties: Table; rounds: Table | null };

/** The own questions of the newest of some rounds, the oldest first; `countyName` names a county by its number. */
export function regionalViews(
  rounds: readonly AskedRound[],
  { language, countyName }: { language: Language; countyName: (number: string) => string }
): RegionalView[] {
  const shown = rounds.at(-1);
  if (!shown) return [];
  const { columns, all } = messagesIn(language).regionalAnswers;
  return shown.questions.filter(isCounted).map((question) => {
    const answers = regionalAnswers(question, shown.entries);
    const trend = regionalTrend(question.key, rounds);
    const heads = [...headsOf(question, language), columns.answered];
    return {
      key: question.key,
      title: findingOf(question, answers[0], language),
      definition: question.definition[language],
      counties: {
        caption: `${question.text[language]} ${shown.name}`,
        columns: [columns.county, ...heads],
        rows: answers.map((one) => ({
          header: one.countyNo === null ? all : countyName(one.countyNo),
          cells: cellsOf(question, one, language)
        }))
      },
      rounds:
        trend.length > 1
          ? {
              caption: `${question.text[language]} ${columns.overRounds}`,
              columns: [columns.round, ...heads],
              rows: trend.map(({ round, all: whole, question: asked, isBroken }) => ({
                header: isBroken ? columns.broken(round) : round,
                cells: cellsOf({ ...question, type: asked.type }, alignedTo(question, asked, whole), language)
              }))
            }
          : null
    };
  });
}

function isCounted({ type }: Question): boolean {
  return type === 'choice' || type === 'count';
}

function headsOf({ type, options = [] }: Question, language: Language): string[] {
  return type === 'count'
    ? [messagesIn(language).regionalAnswers.columns.sum]
    : options.map(({ text }) => text[language]);
}

/** The choices of an earlier round in the order they have now; one that is gone is in no column. */
function alignedTo(now: Question, asked: Question, answer: RegionalAnswer): RegionalAnswer {
  const chosen = (now.options ?? []).map(({ id }) => {
    const place = (asked.options ?? []).findIndex((option) => option.id === id);
    return place < 0 ? 0 : (answer.chosen[place] ?? 0);
  });
  return { ...answer, chosen };
}

function cellsOf(
  { type }: Question,
  { chosen, sum, reported, expected }: RegionalAnswer,
  language: Language
): string[] {
  const { base } = messagesIn(language).regionalAnswers;
  const share = (count: number) => formatShare(count, reported, language);
  const figures =
    type === 'count'
      ? [sum === null ? '–' : formatNumber(sum, language)]
      : chosen.map((count) => (reported === 0 ? '–' : `${formatNumber(count, language)} (${share(count) ?? '–'})`));
  return [...figures, base(reported, expected)];
}

function findingOf(
  { type, text, options = [] }: Question,
  all: RegionalAnswer | undefined,
  language: Language
): string {
  const { findings } = messagesIn(language).regionalAnswers;
  const asked = text[language];
  if (!all || all.reported === 0) return findings.none(asked);
  if (type === 'count') return findings.sum(asked, all.sum ?? 0, all.reported);
  const most = Math.max(...all.chosen);
  const first = options[all.chosen.indexOf(most)];
  return findings.most(asked, first?.text[language] ?? '', most, all.reported);
}
