import type { ReleaseContent, ReleasedEstimate, ReleasedFigure } from '#lib/domain/release-content.ts';

const region = 'korus_region:sor';
const base = { area: region, low: null, high: null, expected: 66, population: 1_000_000 } as const;
const all = { reported: 66, populationReported: 1_000_000 };
const answering = { reported: 42, populationReported: 800_000 };

function count(indicator: string, category: string | null, value: number | null): ReleasedFigure {
  return {
    key: `${indicator}${category ? `=${category}` : ''}|${region}|count`,
    ...{ indicator, category, measure: 'count', base: null, value, status: value === null ? 'hidden' : 'shown' },
    ...base,
    ...(indicator === 'answer_status' ? all : answering)
  };
}

function share(indicator: string, value: number): ReleasedFigure {
  const key = `${indicator}|${region}|share`;
  return { ...count(indicator, null, value), key, measure: 'share', base: 'cases_received' };
}

/** Region Sør as KORUS told of it in September 2024: 66 municipalities, 42 answers, 71 cases, 63 handled, 23 under 18. */
export const releasedRegion: ReleaseContent = {
  ...{ id: 'r1', version: 1, korusRegion: 'sor', slug: '2024', note: null },
  round: {
    ...{ id: 'sor-2024', name: 'Region Sør 2024', dataKind: 'published' },
    ...{ periodStart: '2022-07-01', periodEnd: '2024-03-31' }
  },
  title: { nb: 'Rådgivende enheter i Region Sør', nn: 'Rådgjevande einingar i Region Sør', en: 'Advisory units' },
  areas: [{ type: 'korus_region', id: 'sor', name: 'Region Sør' }],
  figures: [
    count('answer_status', 'answered', 42),
    count('answer_status', 'covered_by_host', 0),
    count('answer_status', 'declined', 0),
    count('answer_status', 'missing', 24),
    count('cases_received', null, 71),
    count('cases_handled', null, 63),
    share('cases_handled', 63 / 71),
    count('cases_under_18', null, 23),
    share('cases_under_18', 23 / 71),
    count('web_info', 'yes', 17),
    count('web_info', 'planned', 10),
    count('web_info', 'no', 15)
  ],
  municipalities: [],
  estimates: [],
  sentences: { nb: [], nn: [] },
  footnotes: { nb: [], nn: [] },
  madeBy: { questionnaire: 'rer-core 1', method: '1', code: 'test' }
};

/** The estimate of all cases received, signed with its limits. */
export const signedEstimate: ReleasedEstimate = {
  indicator: 'cases_received',
  observed: 71,
  outcome: {
    ...{ kind: 'interval', rung: 'predictive', value: 80, low: 73, high: 97 },
    ...{ reason: 'De som mangler ligner de andre.', signedBy: 'Ragnhild Rådgiver' }
  }
};

/** The region with one count hidden. */
export function withHidden(indicator: string): ReleaseContent {
  return {
    ...releasedRegion,
    figures: releasedRegion.figures.map((figure) =>
      figure.indicator === indicator ? { ...figure, value: null, status: 'hidden' as const } : figure
    )
  };
}
