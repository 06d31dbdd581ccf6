import type { Language } from '#lib/domain/language.ts';
import type { Refusal, Silence, WebCheck } from '#lib/domain/web-check.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** What was found at the address of a unit, which address it was, and when it was asked for. */
export function webCheckText({ address, checkedAt, ...found }: WebCheck, language: Language): string {
  const text = messagesIn(language).webCheck;
  return `${text.heading} ${address}: ${sentenceOf(found, language)} ${text.checked(formatMoment(checkedAt, language))}`;
}

function sentenceOf({ outcome, detail }: Pick<WebCheck, 'outcome' | 'detail'>, language: Language): string {
  const { named, unnamed, missing, silent, refused } = messagesIn(language).webCheck;
  switch (outcome) {
    case 'named':
      return named;
    case 'unnamed':
      return unnamed;
    case 'missing':
      return missing(detail ?? '');
    case 'silent':
      return silent[detail as Silence];
    case 'refused':
      return refused[detail as Refusal];
  }
}
