import type { Unprotected } from '#lib/domain/disclosure/protection.ts';
import type { Language } from '#lib/domain/language.ts';
import { indicators } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** What could not be protected, as sentences. `nameOf` gives the name of an area as `type:id`, or of a municipality. */
export function refusedSentences(
  unprotected: readonly Unprotected[],
  language: Language,
  nameOf: (area: string) => string
): string[] {
  const text = messagesIn(language).release;
  const figure = (key: string): string => {
    const [, indicator, area] = /(?:^|\/)(\w+)\|([a-z_]+:\w+)\|/.exec(key) ?? [];
    const found = indicators.find(({ id }) => id === indicator);
    return found && area ? text.figures.in(found.name[language], nameOf(area)) : text.gate.someFigure;
  };
  const sentences = unprotected.map(({ keys, reason, insider, least, greatest, heldBy }) => {
    const limits = least === greatest ? text.gate.exactly(least) : text.gate.between(least, greatest);
    const who = insider === null ? text.gate.everybody : nameOf(`municipality:${insider}`);
    const held = [...new Set(heldBy.map(figure))];
    return [
      text.gate.unprotected(`${figure(keys[0] ?? '')} (${text.reasons[reason].toLowerCase()})`, limits, who),
      ...(held.length > 0 ? [text.gate.heldBy(held.join('; '))] : [])
    ].join(' ');
  });
  return [...new Set(sentences)];
}
