import { figuresFor, type Terms } from './disclosure.ts';
import type { Release } from './disclosure/ledger.ts';
import { figuresOf, type Entry } from './figure.ts';
import { figureKey, releaseTable, type PlannedArea } from './release-plan.ts';

/**
 * The totals that the statistics of a round show everybody already, as a release: what is made later is protected beside
 * them, and they stay shown. Nothing is shown on terms that show no totals.
 */
export function publicTotals(roundId: string, entries: readonly Entry[], region: PlannedArea, terms: Terms): Release {
  const shown = figuresFor('public', figuresOf(entries), terms).flatMap(
    ({ indicator, municipalityNo, value, numerator }) => {
      if (municipalityNo !== null) return [];
      const share = figureKey(region, { indicator, measure: 'share' });
      return [
        ...(value === null ? [] : [figureKey(region, { indicator, measure: 'count' })]),
        ...(numerator === null ? [] : [`${share} part`, `${share} whole`])
      ];
    }
  );
  const table = releaseTable(roundId, entries, [region], 'region');
  const keys = new Set(table.cells.map(({ key }) => key));
  return { id: `${roundId}.statistikk`, table, shown: shown.filter((key) => keys.has(key)) };
}
