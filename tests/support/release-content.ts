import { readFileSync } from 'node:fs';
import type { Language } from '#lib/domain/language.ts';
import { proportionOf } from '#lib/domain/proportion.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';
import { rateOf } from '#lib/domain/rate.ts';
import type {
  ReleaseContent,
  ReleasedArea,
  ReleasedFigure,
  ReleasedMeasure,
  ReleasedMunicipality
} from '#lib/domain/release-content.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseReading } from '#lib/ui/release-files/reading.ts';

export const questionnaire = parseQuestionnaire(
  JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8'))
);
export const releaseAddress = 'https://regionspeil.example/utgivelser/sor/2024/1';

const areas: ReleasedArea[] = [
  { type: 'korus_region', id: 'sor', name: 'KORUS Sør' },
  { type: 'county', id: '40', name: 'Telemark' },
  { type: 'county', id: '42', name: 'Agder' },
  { type: 'county', id: '39', name: 'Vestfold' }
];
const base = { expected: 6, reported: 4, population: 103_000, populationReported: 68_000 };
const none = { value: null, low: null, high: null };

/** What the areas have; `hidden` and the like are statuses. Telemark's figures are hidden, and nobody in Vestfold answered. */
const received: Record<string, number | ReleasedFigure['status']> = { sor: 71, 40: 'hidden', 42: 33, 39: 'missing' };
const parts: Record<string, number | ReleasedFigure['status']> = {
  cases_handled: 63,
  cases_under_18: 'not_applicable'
};

type Name = { indicator: string; category?: string; area: ReleasedArea; measure: ReleasedMeasure; base?: string };

/** What stands in `not shown` figures of a content that is faulty: none of it may ever be in a file. */
export const leaked = { value: 90_817, low: 80_917, high: 91_807 };

function figure(name: Name, found: number | ReleasedFigure['status'], isFaulty: boolean): ReleasedFigure {
  const { indicator, category = null, area, measure } = name;
  const key = `${indicator}${category ? `=${category}` : ''}|${area.type}:${area.id}|${measure}`;
  const common = { key, indicator, category, area: `${area.type}:${area.id}`, measure, base: name.base ?? null };
  const behind = found === 'missing' ? { ...base, reported: 0, populationReported: 0 } : base;
  if (typeof found !== 'number') {
    return { ...common, ...behind, ...(isFaulty ? leaked : none), status: found };
  }
  const interval = { count: null, share: proportionOf(found, 71), rate: rateOf(found, base.populationReported) }[
    measure
  ];
  return { ...common, ...behind, ...(interval ?? { ...none, value: found }), status: 'shown' };
}

function figuresOf(isFaulty: boolean): ReleasedFigure[] {
  const [region] = areas as [ReleasedArea];
  const cases = areas.flatMap((area) => {
    const found = received[area.id] ?? 'not_applicable';
    return (['count', 'rate'] as const).map((measure) => {
      return figure({ indicator: 'cases_received', area, measure }, found, isFaulty);
    });
  });
  const shares = Object.entries(parts).flatMap(([indicator, found]) => [
    figure({ indicator, area: region, measure: 'count' }, found, isFaulty),
    figure({ indicator, area: region, measure: 'share', base: 'cases_received' }, found, isFaulty)
  ]);
  const web = areas.flatMap((area) =>
    [
      ['yes', 2],
      ['planned', 0],
      ['no', area.id === '39' ? 0 : 1]
    ].map(([category, count]) => {
      const name = { indicator: 'web_info', category: String(category), area, measure: 'count' } as const;
      return figure(name, Number(count), isFaulty);
    })
  );
  return [...cases, ...shares, ...web];
}

const municipalities: ReleasedMunicipality[] = [
  municipality('4001', 'Porsgrunn', 'answered', 'yes'),
  municipality('4003', 'Kárášjohka', 'answered', 'planned'),
  municipality('4204', '=Kristiansand', 'answered', 'no'),
  municipality('4203', 'Arendal', 'covered_by_host', null),
  municipality('3905', 'Tønsberg', 'missing', null),
  municipality('3907', 'Sandefjord', 'declined', null)
];

function municipality(number: string, name: string, status: ReleasedMunicipality['status'], web: string | null) {
  const county = areas.find(({ id }) => id === number.slice(0, 2))?.name ?? '';
  const host = status === 'covered_by_host' ? '=Kristiansand' : null;
  const webAddress = web === 'yes' ? `https://${number}.example/rer?a=1&b=2` : null;
  return { number, name, county, population: 17_000, status, host, facts: { web_info: web }, webAddress };
}

type Faults = { isFaulty?: boolean } & Partial<ReleaseContent>;

/** A release with every status in it. A faulty one carries numbers where nothing may be shown. */
export function releaseContent({ isFaulty = false, ...over }: Faults = {}): ReleaseContent {
  return {
    id: 'b6a1',
    version: 1,
    korusRegion: 'sor',
    slug: '2024',
    round: {
      ...{ id: 'r1', name: 'Region Sør 2024', periodStart: '2023-07-01', periodEnd: '2024-06-30' },
      dataKind: 'synthetic'
    },
    title: {
      nb: 'Rådgivende enheter for russaker i Region Sør 2024',
      nn: 'Rådgjevande einingar for russaker i Region Sør 2024',
      en: 'Advisory units for drug cases in Region Sør 2024'
    },
    note: 'Tallet for <Agder> er rettet & kontrollert.',
    areas,
    figures: figuresOf(isFaulty),
    municipalities,
    estimates: [
      {
        ...{ indicator: 'cases_received', observed: 71 },
        outcome: {
          ...{ kind: 'interval', rung: 'predictive', value: 82, low: 73, high: 97 },
          ...{ reason: 'De som mangler ligner de andre.', signedBy: 'Rådgiver' }
        }
      },
      { indicator: 'cases_under_18', observed: null, outcome: { kind: 'refused', reasons: ['observed_under_20'] } }
    ],
    sentences: {
      nb: [
        {
          text: '4 av 6 kommuner har svart. De melder om 71 saker.',
          figures: ['cases_received|korus_region:sor|count']
        }
      ],
      nn: [
        {
          text: '4 av 6 kommunar har svart. Dei melder om 71 saker.',
          figures: ['cases_received|korus_region:sor|count']
        }
      ]
    },
    footnotes: { nb: ['Arendal svarer gjennom vertskommunen.'], nn: ['Arendal svarer gjennom vertskommunen.'] },
    madeBy: { questionnaire: 'rer-core-v1', method: 'disclosure-1', code: '0.1.0' },
    ...over
  };
}

/** The same release as its files are written from. */
export function releaseReadingOf(content: ReleaseContent = releaseContent(), language: Language = 'nb') {
  return releaseReading({
    ...{ content, language, questionnaire, address: releaseAddress },
    ...{ at: new Date('2024-11-01T09:00:00Z'), document: svgDocument }
  });
}
