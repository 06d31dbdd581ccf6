import type { Geography } from '#lib/domain/geography.ts';
import type { Language } from '#lib/domain/language.ts';
import { roundPhase, type Round } from '#lib/domain/round.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { ownCountiesIn } from '#lib/server/analysable-round.ts';
import type { PersonUser } from '#lib/server/person.ts';
import type { WorkbenchRows } from '#lib/stats/place-table.ts';

/**
 * What the figures are of: the names of the only counties that are one's own, null for all of them; what there is of the
 * others beside those, and until when the figures may be corrected.
 */
export type AnalysisScope = {
  counties: string[] | null;
  others: 'none' | 'published' | 'unpublished';
  region: string;
  correctableUntil: Date | null;
};

type Asked = { user: PersonUser; round: Round; isFollower: boolean; beside: WorkbenchRows | null };
type Store = Parameters<typeof ownCountiesIn>[0] & { clock: () => Date; reference: { geography: Geography } };

/** What the figures of a round are of for a person; `beside` are the rows of the country, where that is shown. */
export async function scopeOf(store: Store, { user, round, isFollower, beside }: Asked): Promise<AnalysisScope> {
  const isFrozen = roundPhase(round, store.clock()) === 'frozen';
  const own = isFollower ? null : await ownCountiesIn(store, user, round);
  return {
    counties: own?.map(({ name }) => name) ?? null,
    others: own === null || beside === null ? 'none' : othersIn(beside, round),
    region: regionOf(store.reference.geography, round)?.name ?? '',
    correctableUntil: isFrozen ? null : round.freezesAt
  };
}

/** The regions by name, the own with what it is of where only the own counties are known of it. */
export function withPartlyNamed(
  geography: Geography,
  { scope, round, language }: { scope: AnalysisScope; round: Round; language: Language }
): Geography {
  if (scope.counties === null || scope.others !== 'unpublished') return geography;
  const counties = listInText(scope.counties, language);
  const { partly } = messagesIn(language).counties;
  const korusRegions = geography.korusRegions.map((region) =>
    region.id === round.korusRegion ? { ...region, name: partly(region.name, counties) } : region
  );
  return { ...geography, korusRegions };
}

function othersIn({ figure }: WorkbenchRows, { korusRegion }: Round): AnalysisScope['others'] {
  const isTold = figure.some(
    ({ gatheredIn, indicator, value }) => gatheredIn === korusRegion && indicator === 'cases_received' && value !== null
  );
  return isTold ? 'published' : 'unpublished';
}

function regionOf({ korusRegions }: Geography, { korusRegion }: Round) {
  return korusRegions.find(({ id }) => id === korusRegion);
}
