import type { Response } from '#lib/domain/estimate/basis.ts';
import type { EstimateRange } from '#lib/domain/estimate/outcome.ts';
import type { RungName } from '#lib/domain/estimate/ladder.ts';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** What the sentences are bound to; `range` null is that no estimate is given. */
export type Said = {
  indicator: string;
  observed: number;
  response: Response;
  rung: RungName;
  range: EstimateRange | null;
};

/** An estimate in sentences, what was counted first, the caution last; a refusal says what cannot be told. */
export function estimateSentences({ indicator, observed, response, rung, range }: Said, language: Language): string[] {
  const { sentence, cases } = messagesIn(language).estimate;
  const { reported, expected, population, populationReported } = response;
  const count = (cases[indicator as keyof typeof cases] ?? cases.cases_received)(observed);
  const counted = sentence.observed(reported, expected, count);
  if (range === null) return [counted, sentence.refused];
  const { low, high } = range;
  return [
    counted,
    sentence.missing(population - populationReported, population),
    rung === 'judgement' ? sentence.judged(low, high) : sentence.interval(low, high),
    sentence.isEstimate,
    sentence.caution
  ];
}
