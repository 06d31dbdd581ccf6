import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReleaseContent, ReleasedFigure, ReleasedMeasure } from '#lib/domain/release-content.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { formatMeasure } from './release-figures.ts';

/** A sentence about a release with how many municipalities stand behind it. */
export type KeySentence = { text: string; reported: number; expected: number };

/** A figure of the whole region, if the release has it. */
export function regionFigure(
  { figures, areas }: ReleaseContent,
  indicator: string,
  measure: ReleasedMeasure
): ReleasedFigure | undefined {
  const region = areas[0] ? `${areas[0].type}:${areas[0].id}` : '';
  return figures.find(
    (one) => one.indicator === indicator && one.category === null && one.area === region && one.measure === measure
  );
}

/** What a release says in five sentences, made from its figures. */
export function keySentences(content: ReleaseContent, language: Language): KeySentence[] {
  const text = messagesIn(language).publication.keys;
  const number = (value: number) => formatNumber(value, language);
  const answered = content.figures.find(
    ({ indicator, area }) => indicator === 'answer_status' && area.startsWith('korus')
  );
  const { reported = 0, expected = 0 } = answered ?? {};
  const shareOf = (indicator: string) => {
    const share = regionFigure(content, indicator, 'share');
    return share && share.value !== null ? formatMeasure('share', share.value, language) : null;
  };
  const told = (indicator: string, measure: ReleasedMeasure, say: (value: number, one: ReleasedFigure) => string) => {
    const one = regionFigure(content, indicator, measure);
    if (!one) return [];
    const name = indicatorOf(indicator).name[language];
    const none = one.status === 'hidden' ? text.hidden(name) : text.unknown(name);
    return [
      { text: one.value === null ? none : say(one.value, one), ...{ reported: one.reported, expected: one.expected } }
    ];
  };
  const rate = (value: number) => formatMeasure('rate', value, language);
  return [
    { text: text.answered(number(reported), number(expected)), reported, expected },
    ...told('cases_received', 'count', (value) => text.received(number(value))),
    ...told('cases_handled', 'count', (value) => text.handled(number(value), shareOf('cases_handled'))),
    ...told('cases_under_18', 'count', (value) => text.under18(number(value), shareOf('cases_under_18'))),
    ...told('cases_received', 'rate', (value, { low, high }) => text.rate(rate(value), rate(low ?? 0), rate(high ?? 0)))
  ];
}
