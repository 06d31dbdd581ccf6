import { estimateChart, type EstimateRow } from '#lib/charts/estimate-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import { rungOf, type Assumption, type Rung } from '#lib/domain/estimate/ladder.ts';
import type { Language } from '#lib/domain/language.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';

/** The ways side by side, as a picture with its finding and as a table with what each rests on. */
export type LadderPart = { title: string; measure: string; svg: string; table: Table };

/** Makes it, drawn with the document. */
export function ladderPart(
  ladder: readonly Rung[],
  observed: number,
  language: Language,
  document: Document
): LadderPart {
  const text = messagesIn(language).estimate;
  const { low, high } = rungOf(ladder, 'model');
  const title = low === null || high === null ? text.chartTitleOpen(observed) : text.chartTitle(low, high, observed);
  const estimates = ladder.filter(({ name }) => name !== 'lower_bound');
  const rows: EstimateRow[] = [
    { name: text.counted, value: observed, low: null, high: null, label: text.atLeast(observed), isCounted: true },
    ...estimates
      .filter(({ value, low: from }) => value !== null || from !== null)
      .map((rung) => ({ ...rung, name: text.rungs[rung.name], label: saidOf(rung, language), isCounted: false }))
  ];
  return {
    title,
    measure: text.chartMeasure,
    svg: renderResponsiveChart((frame) => estimateChart(rows, frame), 'anslag', document, {
      title,
      description: rows.map(({ name, label }) => `${name}: ${label}.`).join(' ')
    }),
    table: {
      caption: text.table.caption,
      columns: [text.table.way, text.table.value, text.table.assumes],
      rows: ladder.map((rung) => ({
        header: text.rungs[rung.name],
        cells: [saidOf(rung, language), assumptionOf(rung.assumes, language)]
      }))
    }
  };
}

/** What a way says, in words: a range, about a number, at least so many, or nothing. */
export function saidOf({ value, low, high }: Omit<Rung, 'assumes' | 'name'>, language: Language): string {
  const text = messagesIn(language).estimate;
  if (value !== null) return text.about(value);
  if (low !== null && high !== null) return text.range(low, high);
  return low === null ? text.none : text.atLeast(low);
}

function assumptionOf(assumed: Assumption, language: Language): string {
  const text = messagesIn(language).estimate.assumptions;
  switch (assumed.kind) {
    case 'nothing':
    case 'alike_by_size':
      return text[assumed.kind];
    case 'judged':
      return text.judged(assumed.told, assumed.silent, assumed.cases);
    case 'carried': {
      const { told, silent, cases } = assumed;
      return told === 0 ? text.carried_none : text.carried(told, silent, cases);
    }
    case 'same_rate_in_class':
      return text.same_rate_in_class(assumed.strata.length);
    case 'same_rate':
      return text.same_rate(assumed.cases, assumed.population, assumed.silentPopulation);
    case 'same_mean':
      return text.same_mean(assumed.silent, assumed.counted);
  }
}
