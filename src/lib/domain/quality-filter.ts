import { isOpenThread } from './query-thread.ts';
import type { QualityEntry } from './quality-cell.ts';

export const responses = ['answered', 'missing', 'covered', 'declined'] as const;
export type Response = (typeof responses)[number];

/** Which municipalities the adviser wants to see: null and false leave nobody out. */
export type QualityFilter = {
  county: string | null;
  response: Response | null;
  isOpen: boolean;
  isUnreviewed: boolean;
};

/** The filter in an address; what is no value of it is left out. */
export function readQualityFilter(params: URLSearchParams, counties: readonly string[]): QualityFilter {
  return {
    county: counties.find((number) => number === params.get('fylke')) ?? null,
    response: responses.find((one) => one === params.get('svar')) ?? null,
    isOpen: params.get('apne') === 'ja',
    isUnreviewed: params.get('gjenstar') === 'ja'
  };
}

/** The address of a filter with its question mark; empty for no filter. */
export function qualityQuery({ county, response, isOpen, isUnreviewed }: QualityFilter): string {
  const given = { fylke: county, svar: response, apne: isOpen ? 'ja' : null, gjenstar: isUnreviewed ? 'ja' : null };
  const pairs = Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '' : `?${query}`;
}

/** How a municipality has answered. */
export function responseOf({ status, report }: Pick<QualityEntry, 'status' | 'report'>): Response {
  if (report) return 'answered';
  return ({ expected: 'missing', covered_by_host: 'covered', declined: 'declined' } as const)[status];
}

/** Whether a municipality passes the filter, apart from its county. */
export function isWanted(entry: QualityEntry, { response, isOpen, isUnreviewed }: QualityFilter): boolean {
  if (response !== null && responseOf(entry) !== response) return false;
  if (isOpen && !entry.threads.some(({ state }) => isOpenThread(state))) return false;
  return !isUnreviewed || (entry.report !== null && entry.review === 'unreviewed');
}
