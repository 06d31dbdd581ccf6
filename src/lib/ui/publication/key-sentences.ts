import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReleaseContent, ReleasedFigure, ReleasedMeasure } from '#lib/domain/release-content.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { formatMeasure } from './release-figures.ts';

/** How many municipalities stand behind a sentence, of all in the area, with their inhabitants. */
export type Base = Pick<ReleasedFigure, 'reported' | 'expected' | 'population' | 'populationReported'>;
/** A sentence about a release; `base` and `how` we know are null where it tells no figure. */
export type KeySentence = { text: string; base: Base | null; how: string | null };

type In = { content: ReleaseContent; area: string; language: Language };

/** The area that a release is of, as `type:id`. */
export function regionOf({ areas }: ReleaseContent): string {
  return areas[0] ? `${areas[0].type}:${areas[0].id}` : '';
}

/** A figure of an area, if the release has it; of the whole region when no area is given. */
export function regionFigure(
  content: ReleaseContent,
  indicator: string,
  measure: ReleasedMeasure,
  area = regionOf(content)
): ReleasedFigure | undefined {
  return content.figures.find(
    (one) => one.indicator === indicator && one.category === null && one.area === area && one.measure === measure
  );
}

/** The sentences that were written of a release, for its region; else what its figures say of the area, by rule. */
export function keySentences(said: In): KeySentence[] {
  const { content, area, language } = said;
  const written = content.sentences[language];
  if (area !== regionOf(content) || written.length === 0) return madeSentences(said);
  return written.map(({ text, figures }) => {
    const bound = figures.flatMap((key) => content.figures.find((figure) => figure.key === key) ?? []);
    const first = bound.find(({ indicator }) => indicator !== 'answer_status') ?? bound[0];
    return { text, base: first ? baseOf(first, content) : null, how: first ? howOf(first, language) : null };
  });
}

function madeSentences({ content, area, language }: In): KeySentence[] {
  const text = messagesIn(language).publication.keys;
  const number = (value: number) => formatNumber(value, language);
  const status = statusOf(content, area);
  const shareOf = (indicator: string) => {
    const share = regionFigure(content, indicator, 'share', area);
    return share && share.value !== null ? formatMeasure('share', share.value, language) : null;
  };
  const told = (indicator: string, measure: ReleasedMeasure, say: (value: number, one: ReleasedFigure) => string) => {
    const one = regionFigure(content, indicator, measure, area);
    if (!one) return [];
    const name = indicatorOf(indicator).name[language];
    const none = one.status === 'hidden' ? text.hidden(name) : text.unknown(name);
    const sentence = one.value === null ? none : say(one.value, one);
    return [{ text: sentence, base: baseOf(one, content), how: howOf(one, language) }];
  };
  const rate = (value: number) => formatMeasure('rate', value, language);
  const answered = (one: ReleasedFigure) => text.answered(number(one.reported), number(one.expected));
  return [
    ...(status ? [{ text: answered(status), base: baseOf(status, content), how: howOf(status, language) }] : []),
    ...told('cases_received', 'count', (value) => text.received(number(value))),
    ...told('cases_handled', 'count', (value) => text.handled(number(value), shareOf('cases_handled'))),
    ...told('cases_under_18', 'count', (value) => text.under18(number(value), shareOf('cases_under_18'))),
    ...told('cases_received', 'rate', (value, { low, high }) => text.rate(rate(value), rate(low ?? 0), rate(high ?? 0)))
  ];
}

function statusOf({ figures }: ReleaseContent, area: string): ReleasedFigure | undefined {
  return figures.find((figure) => figure.indicator === 'answer_status' && figure.area === area);
}

/** Where a municipality stands is known of all; those behind such a sentence are those who answered. */
function baseOf(figure: ReleasedFigure, content: ReleaseContent): Base {
  const { reported, expected, population, populationReported } =
    figure.indicator === 'answer_status' ? (statusOf(content, figure.area) ?? figure) : figure;
  return { reported, expected, population, populationReported };
}

function howOf({ indicator, measure }: ReleasedFigure, language: Language): string {
  const { how } = messagesIn(language).publication;
  const known = how.figures[indicator as keyof typeof how.figures] ?? how.other;
  return measure === 'rate' ? `${known} ${how.rate}` : known;
}
