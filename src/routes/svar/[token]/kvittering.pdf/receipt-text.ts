import type { Language } from '#lib/domain/language.ts';
import { formatDate, formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ReceiptText } from '#lib/server/receipt-pdf.ts';
import type { Report } from '#lib/server/report.ts';
import { answerLines } from '#lib/ui/answer/answer-text.ts';
import { coverageLines } from '#lib/ui/answer/coverage-text.ts';
import { reasonLines } from '#lib/ui/answer/reason-text.ts';
import { sourcedLines } from '#lib/ui/answer/source-text.ts';
import type { Respondent } from '../respondent.ts';

/** The words of a receipt: the same as on the page of the receipt, with the period beside them. */
export function receiptText(
  { questionnaire, round, municipalityName }: Respondent,
  report: Report,
  naming: { language: Language; nameOf: (municipalityNo: string) => string }
): ReceiptText {
  const { language } = naming;
  const { answer, answering, statistics } = messagesIn(language);
  const { receipt } = answer;
  const { pdf, versions } = answering;
  const period = answer.periodDates(formatDate(round.periodStart, language), formatDate(round.periodEnd, language));
  const carried = new Set(report.carried);
  const lines = [
    ...coverageLines(questionnaire, report.coverage, naming),
    ...sourcedLines(answerLines(questionnaire, report.answers, language), report.sources, language)
  ].map((line) => [line.question, carried.has(line.key) ? pdf.carried(line.answer) : line.answer] as const);
  const reasons = reasonLines(questionnaire, report, naming).map((line) => [line.sentence, line.reason] as const);
  const headings = [pdf.question, pdf.answer] as const;
  const synthetic = round.dataKind === 'synthetic' ? ` (${statistics.synthetic})` : '';
  return {
    lang: language,
    title: pdf.title(municipalityName),
    subtitle: answer.lead(questionnaire.title[language], round.name) + synthetic,
    facts: [
      [receipt.municipality, municipalityName],
      [receipt.round, round.name],
      [pdf.period, period],
      [receipt.time, formatMoment(report.submittedAt, language)],
      [receipt.by, `${report.submittedBy}, ${versions.channel[report.channel]}`],
      [receipt.version, String(report.version)],
      ...(report.changeReason ? ([[versions.reason, report.changeReason]] as const) : [])
    ],
    parts: [
      { title: receipt.yourAnswers, headings, rows: lines },
      ...(reasons.length > 0 ? [{ title: receipt.reasons, headings, rows: reasons }] : [])
    ],
    hash: { title: receipt.hash, value: report.hash, means: receipt.hashMeans },
    page: pdf.page,
    at: report.submittedAt
  };
}
