import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from './messages.ts';

type Refused = { code: string; retryAfter?: number };

/** What a reader is told about a refusal, by its code; `retryAfter` is seconds. */
export function errorSentence({ code, retryAfter }: Refused, language: Language): string {
  const text = messagesIn(language).shell.errors;
  const known = ownSentence(code, language);
  if (known) return known;
  switch (code) {
    case 'not-found':
      return text.notFoundHelp;
    case 'round-closed':
      return text.roundClosed;
    case 'questions-frozen':
      return text.questionsFrozen;
    case 'step-changed':
      return messagesIn(language).followUp.plan.stepChanged;
    case 'unreadable':
      return text.unreadable;
    case 'too-large':
      return text.tooLarge;
    case 'foreign':
      return text.foreign;
    case 'try-again':
      return text.tryAgain;
    case 'too-many':
      return text.tooMany(Math.ceil((retryAfter ?? 60) / 60));
    default:
      return text.unexpected;
  }
}

/** What belongs to one part of the product: releases, and what is sent for cases. */
function ownSentence(code: string, language: Language): string | null {
  const { dispatch, sending, release } = messagesIn(language);
  const text = release.errors;
  const sentences: Record<string, string> = {
    'dispatch-changed': dispatch.changed,
    'no-letter': sending.noLetter,
    'release-state': text.state,
    'release-stale': text.stale,
    'release-not-ready': text.notReady,
    'release-too-early': text.tooEarly,
    'release-gate-stopped': text.stopped,
    'release-gate-slow': text.slow,
    'release-gate-broke': text.broke,
    'release-files-stopped': text.filesStopped,
    'release-files-slow': text.filesSlow,
    'release-files-broke': text.filesBroke
  };
  return sentences[code] ?? null;
}
