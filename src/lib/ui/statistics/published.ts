import type { FactCheckResult } from '#lib/domain/fact-check.ts';
import { factsOfRound, placeNumber, placeOfMetric } from '#lib/domain/facts-of-round.ts';
import type { KorusRegion } from '#lib/domain/geography.ts';
import type { PublishedFact } from '#lib/domain/published-fact.ts';
import type { Round } from '#lib/domain/round.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { cellOf, type Rows, type Scene } from './scene.ts';
import { wordsOf } from './words.ts';

/** Figures others have published about the round, beside ours, and whether they agree with each other. */
export type PublishedPart = {
  facts: { id: string; label: string; published: string; ours: string; quote: string; source: string }[];
  checks: { id: string; verdict: 'holds' | 'contradicts' | 'unclear'; sentence: string }[];
};
type Published = {
  facts: readonly PublishedFact[];
  checks: readonly FactCheckResult[];
  geography: { korusRegions: readonly KorusRegion[] };
};

/** The published figures of a round's place and period; empty lists when there are none. */
export function publishedPart(rows: Rows, scene: Scene, round: Round, published: Published): PublishedPart {
  const facts = factsOfRound(published.facts, {
    periodEnd: round.periodEnd,
    regionName: published.geography.korusRegions.find(({ id }) => id === round.korusRegion)?.shortName ?? '',
    countyNumbers: scene.counties.map(({ number }) => number),
    municipalityNumbers: scene.municipalities.map(({ number }) => number)
  });
  const ids = new Set(facts.map(({ id }) => id));
  return {
    facts: facts.map((fact) => ({
      id: fact.id,
      label: factLabel(fact, scene),
      published: publishedText(fact, scene),
      ours: ourText(fact, rows, scene),
      quote: fact.quote,
      source: fact.source
    })),
    checks: published.checks
      .filter(({ factIds }) => factIds.every((id) => ids.has(id)))
      .map((check) => ({
        id: check.id,
        verdict: check.holds === null ? 'unclear' : check.holds ? 'holds' : 'contradicts',
        sentence: checkText(check, facts, scene)
      }))
  };
}

function factLabel(fact: PublishedFact, scene: Scene): string {
  const { metrics } = messagesIn(scene.language).published;
  const label = metrics[fact.metric as keyof typeof metrics] ?? fact.metric;
  return fact.geographyType === 'municipality' ? `${label}, ${fact.geography.replace(/ \(\d+\)$/, '')}` : label;
}

function publishedText(fact: PublishedFact, scene: Scene): string {
  const text = wordsOf(scene).published;
  if (fact.low === null || fact.high === null) return text.noNumber;
  const [low, high] = [formatNumber(fact.low, scene.language), formatNumber(fact.high, scene.language)];
  return low === high ? low : text.range(low, high);
}

function ourText(fact: PublishedFact, rows: Rows, scene: Scene): string {
  const place = placeOfMetric(fact.metric);
  if (!place) return wordsOf(scene).published.notComparable;
  const number = placeNumber(fact);
  return number?.length === 4 ? municipalityText(number, place.indicator, rows, scene) : regionText(place, rows, scene);
}

function municipalityText(number: string, indicator: string, rows: Rows, scene: Scene): string {
  const text = wordsOf(scene);
  if (scene.dataKind === 'published') return text.published.usedHere;
  const figure = rows.municipalityFigures.find((f) => f.municipalityNo === number && f.indicator === indicator);
  return figure?.value == null ? text.withheld : formatNumber(figure.value, scene.language);
}

function regionText(place: NonNullable<ReturnType<typeof placeOfMetric>>, rows: Rows, scene: Scene): string {
  const text = wordsOf(scene);
  const cell = cellOf(rows, place.indicator, { category: place.category });
  const isKnown = (cellOf(rows, place.indicator)?.reported ?? 0) > 0;
  if (!isKnown) return text.noFigure;
  const value = place.category === null ? cell?.[place.part] : (cell?.expected ?? 0);
  return value == null ? text.withheld : formatNumber(value, scene.language);
}

function checkText(check: FactCheckResult, facts: readonly PublishedFact[], scene: Scene): string {
  const { checks } = messagesIn(scene.language).published;
  const number = (value: number) => formatNumber(value, scene.language);
  const values = check.factIds.map((id) => number(facts.find((fact) => fact.id === id)?.low ?? 0));
  const labels = check.factIds.map((id) => {
    const fact = facts.find((candidate) => candidate.id === id);
    return fact ? factLabel(fact, scene).toLocaleLowerCase('nb-NO') : id;
  });
  return checks[check.kind]({
    relation: check.relation,
    stated: values[0] ?? '',
    statedLabel: labels[0] ?? '',
    parts: values.slice(1),
    partLabels: labels.slice(1),
    computed: check.computed === null ? '' : number(check.computed),
    difference: check.difference === null ? '' : number(Math.abs(check.difference)),
    shares: check.shares.map(({ share }) => number(Math.round(share * 1000) / 10))
  });
}
