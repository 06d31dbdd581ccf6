import type { Answers } from '#lib/domain/answer.ts';
import type { Language } from '#lib/domain/language.ts';
import { questionOf, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { changedLines } from './answer-text.ts';

type Version = {
  version: number;
  answers: Answers;
  changeReason: string | null;
  carried: readonly string[];
  hash: string;
  submittedAt: Date;
  submittedBy: string;
  channel: 'web' | 'import' | 'phone';
};
type Confirmation = { version: number; confirmedBy: string; confirmedAt: Date };

/** Every version of an answer in words, the newest first: when, who, how, why, and what differs from the one before. */
export function versionLines(
  questionnaire: Questionnaire,
  versions: readonly Version[],
  confirmations: readonly Confirmation[],
  language: Language
) {
  const { versions: text } = messagesIn(language).answering;
  return versions.map((one, index) => {
    const before = versions[index + 1];
    const confirmation = confirmations.find(({ version }) => version === one.version);
    return {
      version: one.version,
      sent: text.sent(formatMoment(one.submittedAt, language), one.submittedBy),
      channel: text.channel[one.channel],
      changeReason: one.changeReason,
      changes: before ? changeSentences(questionnaire, before.answers, one.answers, language) : [text.first],
      carried: carriedTexts(questionnaire, one, language),
      confirmation: confirmationText(one, confirmation, language),
      hash: one.hash
    };
  });
}

function changeSentences(questionnaire: Questionnaire, before: Answers, after: Answers, language: Language): string[] {
  const { versions: text } = messagesIn(language).answering;
  const lines = changedLines(questionnaire, before, after, language);
  if (lines.length === 0) return [text.same];
  return lines.map((line) => text.changed(line.question, line.before, line.after));
}

/** The questions whose answers were taken over from the last round and not confirmed. */
export function carriedTexts(
  questionnaire: Questionnaire,
  { carried }: Pick<Version, 'carried'>,
  language: Language
): string[] {
  return carried.map((key) => questionOf(questionnaire, key).text[language]);
}

/** Who has confirmed a version, or that nobody has yet; null when there is nothing to confirm. */
export function confirmationText(
  one: Pick<Version, 'channel'>,
  confirmation: Confirmation | undefined,
  language: Language
): string | null {
  const { versions: text } = messagesIn(language).answering;
  if (confirmation) return text.confirmed(formatMoment(confirmation.confirmedAt, language), confirmation.confirmedBy);
  return one.channel === 'phone' ? text.unconfirmed : null;
}
