import type { NoteProblem } from '#lib/domain/call-list.ts';
import type { Language } from '#lib/domain/language.ts';
import type { LetterProblem } from '#lib/domain/letter.ts';
import { hindrances, type Hindrance } from '#lib/domain/reminder.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** Why mail came back, in words; a code of the mail server, or that an adviser said so. */
export function bounceReasonText(reason: string | null, language: Language): string {
  const { reason: text } = messagesIn(language).followUp;
  if (reason === 'told') return text.told;
  const [, enhanced] = (reason ?? '').split(' ');
  if (enhanced === '5.1.1' || enhanced === '5.2.2') return text[enhanced];
  return text.refused(reason ?? '');
}

/** What a letter's event says beside its status; a code of the mail server is shown as it is. */
export function eventCodeText(code: string | null, language: Language): string {
  const text = messagesIn(language).followUp;
  if (code === null) return '';
  if (code === 'cancelled') return text.cancelled;
  return isHindrance(code) ? text.hindrance[code] : code;
}

/** The problem of a typed note as a sentence. */
export function noteProblemText(problem: NoteProblem, language: Language): string {
  const text = messagesIn(language).followUp.notes.problem;
  switch (problem.kind) {
    case 'missing':
      return problem.field === 'text' ? text.textMissing : text.promiseMissing;
    case 'too_long':
      return text.textTooLong(problem.length);
    case 'not_day':
      return text.notDay(problem.value);
    case 'past':
      return text.past(problem.value);
  }
}

/** The problem of a typed letter as a sentence. */
export function letterProblemText(problem: LetterProblem, language: Language): string {
  const text = messagesIn(language).followUp.wording.problem;
  switch (problem.kind) {
    case 'missing':
      return problem.field === 'subject' ? text.subjectMissing : text.bodyMissing;
    case 'link_missing':
      return text.linkMissing;
    case 'link_outside':
      return text.linkOutside;
    case 'too_long':
      return text.tooLong(problem.length, problem.most);
    case 'unknown':
      return text.unknown(problem.value);
  }
}

function isHindrance(code: string): code is Hindrance {
  return hindrances.some((one) => one === code);
}
