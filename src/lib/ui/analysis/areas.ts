import { groupAreas, unknownArea, type Dimension } from '#lib/domain/analysis.ts';
import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import { populationClasses } from '#lib/domain/place.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { RoundPlace, WorkbenchRows } from '#lib/stats/place-table.ts';
import type { Area } from './scene.ts';

type Named = {
  geography: {
    counties: readonly { number: string; name: string }[];
    korusRegions: readonly { id: string; name: string }[];
  };
  questionnaire: Questionnaire;
  language: Language;
};

/** The areas of every dimension in a data set, in the order in which they are told: by number, class or name. */
export function analysisAreas({ place }: Pick<WorkbenchRows, 'place'>, named: Named): Record<Dimension, Area[]> {
  const { geography, questionnaire, language } = named;
  const text = messagesIn(language).analysis;
  const only = (areas: readonly Area[], of: (one: RoundPlace) => string) => {
    const present = new Set(place.map(of));
    return areas.filter(({ id }) => present.has(id));
  };
  const asNamed = (of: (one: RoundPlace) => string) =>
    [...new Set(place.map(of))].sort((one, other) => one.localeCompare(other, 'nb')).map((id) => ({ id, label: id }));
  const counties = geography.counties.map(({ number, name }) => ({ id: number, label: name }));
  const levels = [1, 2, 3, 4, 5, 6].map((level) => ({ id: String(level), label: text.centrality(level) }));
  const organised = categoriesOf(indicatorOf('organised_under'), questionnaire);
  return {
    county: only(counties, ({ countyNo }) => countyNo),
    municipality: municipalityAreas(place, text.beforeDivision),
    population_class: only(
      populationClasses.map(({ id }) => ({ id, label: text.populationClasses[id] })),
      ({ populationClass }) => populationClass
    ),
    centrality: only(levels, ({ centrality }) => String(centrality)),
    organised_under: [
      ...organised.map(({ id, text: words }) => ({ id, label: words[language] })),
      { id: unknownArea, label: text.unknownArea }
    ],
    police_district: asNamed(({ policeDistrict }) => policeDistrict),
    county_governor: asNamed(({ countyGovernor }) => countyGovernor),
    korus_region: only(
      geography.korusRegions.map(({ id, name }) => ({ id, label: name })),
      ({ korusRegion }) => korusRegion
    ),
    own_group: groupAreas.map((id) => ({ id, label: text.groupAreas[id] }))
  };
}

/** By their numbers in the newest round; one that was divided before that stands beside its parts. */
function municipalityAreas(place: readonly RoundPlace[], beforeDivision: (name: string) => string): Area[] {
  const names = new Map(
    place.map(({ municipalityNo, followedNo, name }) =>
      followedNo === null ? [municipalityNo, beforeDivision(name)] : [followedNo, name]
    )
  );
  return [...names].sort(([one], [other]) => one.localeCompare(other)).map(([id, label]) => ({ id, label }));
}
