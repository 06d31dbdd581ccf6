import type { AnswerStatus } from './indicator.ts';
import type { Text } from './language.ts';
import type { DataKind } from './round.ts';
import type { UnitType } from './unit.ts';

/** An area that a release has figures of; the first of them is the round's region. */
export type ReleasedArea = {
  type: Extract<UnitType, 'korus_region' | 'county' | 'municipality'>;
  id: string;
  name: string;
};

/** `count`: cases, or municipalities of a category. `share`: 0 to 1. `rate`: cases per 10 000 inhabitants. */
export type ReleasedMeasure = 'count' | 'share' | 'rate';

/** `hidden`: for confidentiality, whatever the reason. `missing`: nobody answered for it. `not_applicable`: no such figure. */
export type ReleasedStatus = 'shown' | 'hidden' | 'missing' | 'not_applicable';

/**
 * One figure as the public gets it. `value` is null unless it is shown, and so are the ends of its 95 % interval, which a count
 * has none of. `reported` of `expected` municipalities stand behind it, with `populationReported` of `population`
 * inhabitants. `base` is the indicator that a share is of, null otherwise.
 */
export type ReleasedFigure = {
  key: string;
  indicator: string;
  category: string | null;
  area: string;
  measure: ReleasedMeasure;
  base: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  status: ReleasedStatus;
  expected: number;
  reported: number;
  population: number;
  populationReported: number;
};

/** What is public of one municipality: whether it answered, and how it has arranged its duty. */
export type ReleasedMunicipality = {
  number: string;
  name: string;
  county: string;
  population: number;
  status: AnswerStatus;
  host: string | null;
  facts: Readonly<Record<string, string | null>>;
  webAddress: string | null;
};

/** A signed estimate of the whole, or why none is given. `observed` is what was counted; null when that is hidden. */
export type ReleasedEstimate = {
  indicator: string;
  observed: number | null;
  outcome:
    | {
        kind: 'interval';
        rung: string;
        value: number | null;
        low: number;
        high: number;
        reason: string;
        signedBy: string;
      }
    | { kind: 'refused'; reasons: readonly string[] };
};

/** A sentence of the report with its figures written out, and the keys of the figures it was bound to. */
export type ReleasedSentence = { text: string; figures: readonly string[] };

/** Everything that a release says, as it was frozen. Every page, file and answer of the API is made from it alone. */
export type ReleaseContent = {
  id: string;
  version: number;
  korusRegion: string;
  slug: string;
  round: { id: string; name: string; periodStart: string; periodEnd: string; dataKind: DataKind };
  title: Text;
  /** What was corrected since the version before; null for the first. */
  note: string | null;
  areas: readonly ReleasedArea[];
  figures: readonly ReleasedFigure[];
  municipalities: readonly ReleasedMunicipality[];
  estimates: readonly ReleasedEstimate[];
  sentences: Readonly<Record<'nb' | 'nn', readonly ReleasedSentence[]>>;
  footnotes: Readonly<Record<'nb' | 'nn', readonly string[]>>;
  /** Versions of the questionnaire, the rules of disclosure and the code that it was made by. */
  madeBy: { questionnaire: string; method: string; code: string };
};
