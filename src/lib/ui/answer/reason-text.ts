import { checkSentence } from '#lib/domain/check.ts';
import { partOf } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import { questionOf, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { readReason, type StoredReasons } from '#lib/domain/reason.ts';
import {
  coveredId,
  ownCountId,
  softQuestionsOf,
  surpriseId,
  type EarlierVersion,
  type SoftQuestion
} from '#lib/domain/soft-question.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

type Naming = { language: Language; nameOf: (municipalityNo: string) => string };
type ReasonLine = { id: string; sentence: string; reason: string };

/** The sentence that asks whether a figure is right; it tells nothing but the municipality's own counts. */
export function softSentence(question: SoftQuestion, questionnaire: Questionnaire, naming: Naming): string {
  const sentence = ownSentence(question, questionnaire, naming.language);
  return question.of === undefined ? sentence : sentenceOf(question.of, sentence, naming);
}

function ownSentence(question: SoftQuestion, questionnaire: Questionnaire, language: Language): string {
  const { soft } = messagesIn(language).answering;
  if (question.kind === 'check') return checkSentence(question.check.text[language], question);
  const label = questionOf(questionnaire, question.field).text[language];
  const value = formatNumber(question.value, language);
  if (question.kind === 'own_count') {
    const { asks } = messagesIn(language).ownCount;
    return asks[question.from](label, value, formatNumber(question.counted, language));
  }
  if (question.last !== null) return soft.sinceLast(label, value, formatNumber(question.last, language));
  return question.isHigh ? soft.manyForSize(label, value) : soft.fewForSize(label, value);
}

function sentenceOf(municipalityNo: string, sentence: string, { language, nameOf }: Naming): string {
  return messagesIn(language).coverage.form.problem.of(nameOf(municipalityNo), sentence);
}

/** The reasons that were given, each under the question it answers; those about covered municipalities last, by name. */
export function reasonLines(questionnaire: Questionnaire, report: EarlierVersion, naming: Naming): ReasonLine[] {
  const { coverage, reasons } = report;
  const figures = coverage?.kind === 'each' ? Object.entries(coverage.figures) : [];
  const covered = figures.flatMap(([number, answers]) => {
    const prefix = coveredId(number, '');
    const given = Object.entries(reasons).filter(([id]) => id.startsWith(prefix));
    const part = Object.fromEntries(given.map(([id, reason]) => [id.slice(prefix.length), reason]));
    return ownLines(partOf(questionnaire), { answers, reasons: part }, naming.language).map((line) => ({
      ...line,
      id: prefix + line.id,
      sentence: sentenceOf(number, line.sentence, naming)
    }));
  });
  return [...ownLines(questionnaire, report, naming.language), ...covered];
}

function ownLines(
  questionnaire: Questionnaire,
  { answers, reasons }: EarlierVersion,
  language: Language
): ReasonLine[] {
  const checks = softQuestionsOf(questionnaire, answers, null).map((question) => ({
    id: question.id,
    sentence: ownSentence(question, questionnaire, language)
  }));
  const keys = questionnaire.questions.flatMap(({ key, type }) => (type === 'count' ? [key] : []));
  const differing = keys.map((key) => ({
    id: ownCountId(key),
    sentence: messagesIn(language).ownCount.differs(questionOf(questionnaire, key).text[language])
  }));
  const counts = keys.map((key) => ({
    id: surpriseId(key),
    sentence: surpriseSentence(questionnaire, key, { answers, reasons }, language)
  }));
  return [...checks, ...differing, ...counts].flatMap(({ id, sentence }) => {
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
  { answers, reasons }: EarlierVersion,
  language: Language
): string {
  const { soft } = messagesIn(language).answering;
  const label = questionOf(questionnaire, key).text[language];
  const value = formatNumber(Number(answers[key]?.value ?? 0), language);
  const stored = reasons[surpriseId(key)];
  const last = stored === undefined ? undefined : readReason(stored).last;
  return last === undefined ? soft.unusual(label, value) : soft.sinceLast(label, value, formatNumber(last, language));
}
