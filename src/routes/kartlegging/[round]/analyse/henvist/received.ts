import { noPlaceFilter, type Choices } from '#lib/domain/analysis.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Received } from '#lib/domain/police-referral.ts';
import type { Round } from '#lib/domain/round.ts';
import { comparisonQuery, comparisonShape } from '#lib/stats/comparison.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { openRegionAnalysis, type AnalysisScope } from '../open-analysis.ts';

/** The police districts that a round has municipalities of. */
export function districtsOf({ areas }: Pick<Choices, 'areas'>): readonly string[] {
  return areas.police_district;
}

/** What the municipalities of each police district of a round received, as far as whoever asks may have it. */
export async function receivedIn(
  locals: App.Locals,
  { id, periodEnd }: Pick<Round, 'id' | 'periodEnd'>,
  url: URL
): Promise<{ received: Received[]; scope: AnalysisScope }> {
  const { dataset, scope } = await openRegionAnalysis(locals, id, new URL(url.pathname, url.origin));
  const query = comparisonQuery({
    ...{ indicators: ['cases_received'], dimension: 'police_district', columns: null, group: [] },
    ...{ rounds: [id], filter: noPlaceFilter }
  });
  const cells = await locals.app.workbench.ask(dataset, async (run) => checkedRows(await run(query), comparisonShape));
  const all = municipalitiesAt(locals.app.reference.geography, periodEnd);
  const received = cells.flatMap(({ area, category, value, reported, expected }) => {
    if (area === null || category !== null) return [];
    const inDistrict = all.filter(({ policeDistrict }) => policeDistrict === area).length;
    return { district: area, value, reported, expected, outside: Math.max(0, inDistrict - expected) };
  });
  return { received, scope };
}
