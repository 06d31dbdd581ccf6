import { figuresFor, type Audience } from '#lib/domain/disclosure.ts';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { noFilter, type Filter } from '#lib/domain/filter.ts';
import { openEngine } from '#lib/server/duckdb.ts';
import { coreOf, loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { municipalityFiguresQuery, type MunicipalityFigure } from '#lib/stats/municipality-figures.ts';
import type { Rows, Scene } from '#lib/ui/statistics/scene.ts';

const missing = { status: 'missing', answers: null } as const;
const reported = (value: number | string) => ({ status: 'reported', value }) as const;
const none = { status: 'confirmed_none', value: 0 } as const;

/**
 * Five municipalities in two counties, counted by hand. Three have answered, with 7 000 of 20 000 inhabitants. Received:
 * 3 + 0 + 5 = 8. Handled: 2 + 0 of the 3 + 0 received where both are known. Under 18: 1 + 0 + 2 = 3.
 */
export const entries: Entry[] = [
  {
    municipalityNo: '3901',
    countyNo: '39',
    population: 4000,
    status: 'answered',
    answers: {
      cases_received: reported(5),
      cases_handled: { status: 'dont_know', value: null },
      cases_under_18: reported(2),
      web_info: reported('planned')
    }
  },
  { municipalityNo: '3903', countyNo: '39', population: 10_000, ...missing },
  {
    municipalityNo: '4201',
    countyNo: '42',
    population: 1000,
    status: 'answered',
    answers: {
      cases_received: reported(3),
      cases_handled: reported(2),
      cases_under_18: reported(1),
      web_info: reported('yes'),
      organised_under: reported('health_and_care')
    }
  },
  {
    municipalityNo: '4202',
    countyNo: '42',
    population: 2000,
    status: 'answered',
    answers: { cases_received: none, cases_handled: none, cases_under_18: none, web_info: reported('no') }
  },
  { municipalityNo: '4203', countyNo: '42', population: 3000, ...missing }
];

export function smallScene(audience: Audience): Scene {
  const round = { questionnaireId: 'rer-core', questionnaireVersion: 1 };
  return {
    roundId: 'liten-2024',
    roundName: 'Liten region 2024',
    dataKind: 'synthetic',
    audience,
    language: 'nb',
    questionnaire: coreOf(loadQuestionnaires('data/questionnaires'), round),
    counties: [
      { number: '39', name: 'Vestfold' },
      { number: '42', name: 'Agder' }
    ],
    municipalities: ['Horten', 'Holmestrand', 'Risør', 'Grimstad', 'Arendal'].map((name, x) => ({
      number: entries[x]?.municipalityNo ?? '',
      countyNumber: entries[x]?.countyNo ?? '',
      name,
      x,
      y: 0
    }))
  };
}

/** The rows of a view of the small scene, through the gate and the engine. */
export async function smallRows(audience: Audience, filter: Filter = noFilter): Promise<Rows> {
  const engine = await openEngine(
    figuresFor(audience, figuresOf(entries), { showsTotals: true, fewestBehind: 3, released: null })
  );
  try {
    return {
      cells: await engine.run<Cell>(cubeQuery(filter)),
      municipalityFigures: await engine.run<MunicipalityFigure>(municipalityFiguresQuery(filter))
    };
  } finally {
    engine.close();
  }
}
