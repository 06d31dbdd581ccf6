import type { Answers } from '#lib/domain/answer.ts';
import { checkSentence } from '#lib/domain/check.ts';
import type { Language } from '#lib/domain/language.ts';
import { questionOf, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { readReason, type StoredReasons } from '#lib/domain/reason.ts';
import { softQuestionsOf, surpriseId, type SoftQuestion } from '#lib/domain/soft-question.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

type ReasonLine = { id: string; sentence: string; reason: string };

/** The sentence that asks whether a figure is right; it tells nothing but the municipality's own counts. */
export function softSentence(question: SoftQuestion, questionnaire: Questionnaire, language: Language): string {
  const { soft } = messagesIn(language).answering;
  if (question.kind === 'check') return checkSentence(question.check.text[language], question);
  const label = questionOf(questionnaire, question.field).text[language];
  const value = formatNumber(question.value, language);
  if (question.last !== null) return soft.sinceLast(label, value, formatNumber(question.last, language));
  return question.isHigh ? soft.manyForSize(label, value) : soft.fewForSize(label, value);
}

/** The reasons that were given, each under the question it answers. */
export function reasonLines(
  questionnaire: Questionnaire,
  { answers, reasons }: { answers: Answers; reasons: StoredReasons },
  language: Language
): ReasonLine[] {
  const checks = softQuestionsOf(questionnaire, answers, null).map((question) => ({
    id: question.id,
    sentence: softSentence(question, questionnaire, language)
  }));
  const counts = questionnaire.questions
    .filter(({ type }) => type === 'count')
    .map(({ key }) => ({
      id: surpriseId(key),
      sentence: surpriseSentence(questionnaire, key, { answers, reasons }, language)
    }));
  return [...checks, ...counts].flatMap(({ id, sentence }) => {
    const reason = reasons[id];
    return reason === undefined ? [] : [{ id, sentence, reason: reasonText(reason, language) }];
  });
}

function reasonText(stored: StoredReasons[string], language: Language): string {
  if (typeof stored === 'string') return stored;
  const { code, text } = stored;
  const said = messagesIn(language).answering.reasons[code];
  if (text === '') return said;
  if (code === 'other') return text;
  return said.endsWith('…') ? said.slice(0, -1) + text : `${said}: ${text}`;
}

function surpriseSentence(
  questionnaire: Questionnaire,
  key: string,
  { answers, reasons }: { answers: Answers; reasons: StoredReasons },
  language: Language
): string {
  const { soft } = messagesIn(language).answering;
  const label = questionOf(questionnaire, key).text[language];
  const value = formatNumber(Number(answers[key]?.value ?? 0), language);
  const stored = reasons[surpriseId(key)];
  const last = stored === undefined ? undefined : readReason(stored).last;
  return last === undefined ? soft.unusual(label, value) : soft.sinceLast(label, value, formatNumber(last, language));
}
