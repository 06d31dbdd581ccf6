import type { Language } from '#lib/domain/language.ts';
import { nb, type Messages } from './nb.ts';
import { nn } from './nn.ts';

const byLanguage: Record<Language, Messages> = { nb, nn };

/** Every text of the screens in one language. */
export function messagesIn(language: Language): Messages {
  return byLanguage[language];
}
