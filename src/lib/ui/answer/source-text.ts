import type { Language } from '#lib/domain/language.ts';
import type { Sources } from '#lib/domain/own-count.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** Answers as text, each with where its figure is from when that is known. */
export function sourcedLines<Line extends { key: string; answer: string }>(
  lines: readonly Line[],
  sources: Sources,
  language: Language
): Line[] {
  const { source, sourced } = messagesIn(language).ownCount;
  return lines.map((line) => {
    const from = sources[line.key];
    return from ? { ...line, answer: sourced(line.answer, source[from]) } : line;
  });
}
