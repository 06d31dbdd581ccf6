import { noPlaceFilter, type Analysis } from '#lib/domain/analysis.ts';
import { picturesOf } from '#lib/domain/picture.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { analysisAreas } from '#lib/ui/analysis/areas.ts';
import { analysisTiles } from '#lib/ui/analysis/geography.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { twoRounds } from './workbench-rows.ts';

export const { geography } = loadReference('data');
const [questionnaire] = loadQuestionnaires('data/questionnaires');
if (!questionnaire) throw new Error('no questionnaire');
/** What areas are named by. */
export const named = { geography, questionnaire, language: 'nb' as const };
const region = { korusRegion: 'sor', geography };

/** The scene of the two made-up rounds of the small region. */
export const scene: AnalysisScene = {
  ...{ roundId: '2024', roundName: 'Runde 2024', dataKind: 'synthetic', language: 'nb' },
  choices: {
    ...{ questionnaire, rounds: ['2024', '2023'], counties: ['40', '42'] },
    municipalities: twoRounds.place.map(({ municipalityNo }) => municipalityNo),
    areas: { police_district: ['Agder', 'Sør-Øst'], county_governor: ['Agder'], korus_region: ['sor'] },
    country: null
  },
  rounds: ['2024', '2023'].map((id) => ({
    ...{ id, name: `Runde ${id}`, periodEnd: `${id}-03-31`, dataKind: 'synthetic' as const },
    sources: [{ name: `Runde ${id}`, dataKind: 'synthetic' as const }]
  })),
  country: null,
  areas: analysisAreas(twoRounds, named),
  tiles: analysisTiles(
    twoRounds.place.filter(({ roundId }) => roundId === '2024'),
    region
  ),
  divisions: []
};

/** A view as its address without a picture would ask for it: cases by county where nothing else is chosen. */
export function viewWith(choice: Partial<Analysis> = {}): Analysis {
  const shown = {
    ...{ indicator: 'cases_received', measure: 'count' as const, dimension: 'county' as const, columns: null },
    ...{ rounds: ['2024'], filter: noPlaceFilter, group: [], division: 'county' as const, brush: null },
    scope: 'region' as const,
    ...choice
  };
  return { ...shown, picture: choice.picture ?? picturesOf(shown)[0] };
}
