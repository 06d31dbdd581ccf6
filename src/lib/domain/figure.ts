import type { Answers } from './answer.ts';
import { indicators, type AnswerStatus, type Indicator } from './indicator.ts';

/** The status of one figure in the statistics: as answered, or why there is none; `not_shown` is known to others. */
export type FigureStatus =
  | 'reported'
  | 'confirmed_none'
  | 'dont_know'
  | 'not_applicable'
  | 'not_given'
  | 'covered_by_host'
  | 'declined'
  | 'missing'
  | 'not_shown';

/**
 * What is known of one municipality in one round. `answers` is null until it has answered. `standsIn` is the host whose
 * report speaks for it: with figures for it (`each`, then in `answers`), or with figures that include it (`whole`).
 */
export type Entry = {
  municipalityNo: string;
  countyNo: string;
  population: number;
  status: AnswerStatus;
  answers: Answers | null;
  standsIn?: { host: string; part: 'each' | 'whole' } | null;
};

/**
 * One figure of one area: the row that every statistic is made from. A count stands in `value`; a category in
 * `category` with `value` 1; without an answer the category is `not_given` or `missing` and the value null. `numerator` and `denominator` make its share and are given together: the value and that of
 * the indicator's denominator where both were reported, else null. `expected` and `reported` count the municipalities behind the row, `population*` their inhabitants.
 * `municipalityNo` and `countyNo` are null where the row has been gathered to protect the figures behind it. `reporter` is
 * the host that gave the figure, when it was not the municipality itself; it stays on the server.
 */
export type Figure = {
  indicator: string;
  category: string | null;
  municipalityNo: string | null;
  countyNo: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  status: FigureStatus;
  expected: number;
  reported: number;
  population: number;
  populationReported: number;
  reporter?: string;
};

/** Every figure of a round, one per indicator and municipality. Blank is never zero: no answer gives value null. */
export function figuresOf(entries: readonly Entry[]): Figure[] {
  const hosts = new Map(entries.map((entry) => [entry.municipalityNo, entry]));
  return entries.flatMap((entry) => {
    const host = entry.standsIn?.part === 'whole' ? (hosts.get(entry.standsIn.host) ?? null) : null;
    return indicators.map((indicator) => figureOf(entry, indicator, host));
  });
}

function figureOf(entry: Entry, indicator: Indicator, host: Entry | null): Figure {
  const area = { municipalityNo: entry.municipalityNo, countyNo: entry.countyNo, population: entry.population };
  const reading = indicator.source === 'assignment' ? readStatus(entry) : readAnswer(entry, indicator);
  const isBehind = host && indicator.kind === 'count' ? countOf(host, indicator.id) !== null : reading.value !== null;
  const reported = isBehind && countsAsAnswer(reading.status) ? 1 : 0;
  return {
    indicator: indicator.id,
    ...area,
    ...reading,
    expected: 1,
    reported,
    populationReported: reported * entry.population,
    ...(entry.standsIn ? { reporter: entry.standsIn.host } : {})
  };
}

type Reading = Pick<Figure, 'category' | 'value' | 'numerator' | 'denominator' | 'status'>;
const noShare = { numerator: null, denominator: null };

function readStatus({ status }: Entry): Reading {
  return { category: status, value: 1, ...noShare, status: status === 'answered' ? 'reported' : status };
}

function readAnswer(entry: Entry, indicator: Indicator): Reading {
  const answer = entry.answers?.[indicator.id];
  if (!answer || answer.value === null) {
    const hasPart = entry.standsIn?.part === 'each' && indicator.kind === 'count';
    const status = entry.status === 'answered' || hasPart ? (answer?.status ?? 'not_given') : entry.status;
    return { category: unanswered(entry, indicator), value: null, ...noShare, status };
  }
  if (indicator.kind === 'category') {
    return { category: String(answer.value), value: 1, ...noShare, status: answer.status };
  }
  const value = Number(answer.value);
  const denominator = countOf(entry, indicator.denominator);
  const share = denominator === null ? noShare : { numerator: value, denominator };
  return { category: null, value, ...share, status: answer.status };
}

/** A category indicator keeps those without an answer in categories of their own, so that each is counted somewhere. */
function unanswered(entry: Entry, indicator: Indicator): 'not_given' | 'missing' | null {
  if (indicator.kind === 'count') return null;
  return entry.status === 'answered' || entry.status === 'covered_by_host' ? 'not_given' : 'missing';
}

function countOf({ answers }: Entry, indicator: string | null): number | null {
  const value = indicator === null ? null : answers?.[indicator]?.value;
  return typeof value === 'number' ? value : null;
}

function countsAsAnswer(status: FigureStatus): boolean {
  return status === 'reported' || status === 'confirmed_none' || status === 'covered_by_host';
}
