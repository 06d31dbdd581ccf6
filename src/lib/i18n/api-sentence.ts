import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from './messages.ts';
import type { Messages } from './nb.ts';

type Refused = {
  code: keyof Messages['api']['refusals'];
  parameter: string;
  value: string;
  retryAfter?: number | undefined;
};

/** What a program that asks the API is told of a refusal; `retryAfter` is seconds. */
export function apiSentence({ code, parameter, value, retryAfter }: Refused, language: Language): string {
  const { refusals } = messagesIn(language).api;
  if (code === 'too_many') return refusals.too_many(retryAfter ?? 60);
  return refusals[code](parameter, value);
}
