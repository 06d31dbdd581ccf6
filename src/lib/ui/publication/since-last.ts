import { questionChanges } from '#lib/domain/question-change.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent, ReleasedFigure } from '#lib/domain/release-content.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { regionFigure, regionOf } from './key-sentences.ts';

/** A release with what was asked. */
type Asked = { content: ReleaseContent; questionnaire: Questionnaire };

/** What is another than in the release of the round before, in sentences made of what both have told everybody. */
export function sinceLast(now: Asked, before: Asked, language: Language): string[] {
  const text = messagesIn(language).publication.since;
  const number = (value: number) => formatNumber(value, language);
  const date = (day: string) => formatDate(day, language);
  const { periodStart, periodEnd } = before.content.round;
  const of = (one: Asked) => regionFigure(one.content, 'cases_received', 'count');
  const [received, earlier] = [of(now), of(before)];
  const answered = (one: Asked) => {
    const { reported = 0, expected = 0 } = answersOf(one.content) ?? {};
    return [number(reported), number(expected)] as const;
  };
  return [
    text.period(date(periodStart), date(periodEnd)),
    text.answered(...answered(before), ...answered(now)),
    ...(received && earlier && received.value !== null && earlier.value !== null
      ? [text.received(number(earlier.value), number(received.value)), text.caution]
      : []),
    questionSentence(now, before, language)
  ];
}

function answersOf(content: ReleaseContent): ReleasedFigure | undefined {
  const region = regionOf(content);
  return content.figures.find(({ indicator, area }) => indicator === 'answer_status' && area === region);
}

function questionSentence(now: Asked, before: Asked, language: Language): string {
  const text = messagesIn(language).publication.since;
  const changed = questionChanges(before.questionnaire, now.questionnaire).filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return text.sameQuestions;
  return text.questions(changed.map((change) => `«${change.text[language]}»`).join(', '));
}
