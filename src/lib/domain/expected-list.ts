import { municipalitiesAt, type Geography, type Municipality } from './geography.ts';

/** What a list of expected municipalities says of one of them. */
export type Expectation = {
  municipalityNo: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  coveredBy: string | null;
  contactName: string | null;
  contactEmail: string | null;
};

/** The list of a round, and the date its municipalities are those of. */
export type DatedList = { date: string; list: readonly Expectation[] };

/** Where a municipality of a list comes from in the list before: the numbers it had there, none when it is new. */
export type Origin = {
  municipalityNo: string;
  from: string[];
  kind: 'same' | 'renumbered' | 'merged' | 'split' | 'new';
};

/**
 * The municipalities that a municipality became between two dates, the one with most of its inhabitants first; itself
 * when nothing happened. From data/municipality_changes.csv.
 */
export function successorsOf({ changes }: Geography, number: string, from: string, to: string): string[] {
  const became = changes.filter(
    (change) => change.numberBefore === number && change.date !== null && from < change.date && change.date <= to
  );
  if (became.length === 0) return [number];
  return became.toSorted((a, b) => b.weight - a.weight).map(({ numberAfter }) => numberAfter);
}

/** The municipalities of a KORUS region on a date, none of them with a contact. */
export function everyoneIn(geography: Geography, korusRegion: string, date: string): Expectation[] {
  return inRegion(geography, korusRegion, date).map(({ number }) => blank(number));
}

/**
 * The list of the next round: the municipalities of the counties that the last one reached, on the new date. Contacts and
 * hosts come along over mergers and splits, to the largest part; whoever declined is asked again.
 */
export function nextList(geography: Geography, korusRegion: string, last: DatedList, date: string): Expectation[] {
  const there = inRegion(geography, korusRegion, date);
  const reached = new Set(last.list.flatMap((one) => successorsOf(geography, one.municipalityNo, last.date, date)));
  const counties = new Set(there.filter(({ number }) => reached.has(number)).map(({ countyNumber }) => countyNumber));
  const listed = there.filter(({ countyNumber }) => counties.has(countyNumber));
  const numbers = new Set(listed.map(({ number }) => number));
  const heirs = new Map<string, Expectation>();
  for (const one of last.list) {
    const [heir] = successorsOf(geography, one.municipalityNo, last.date, date);
    if (heir && (heirs.get(heir)?.contactEmail ?? null) === null) heirs.set(heir, one);
  }
  return listed.map(({ number }) => {
    const before = heirs.get(number);
    if (!before) return blank(number);
    const host = before.coveredBy && successorsOf(geography, before.coveredBy, last.date, date)[0];
    const isHosted = host !== null && host !== undefined && host !== number && numbers.has(host);
    return {
      municipalityNo: number,
      status: isHosted ? 'covered_by_host' : 'expected',
      coveredBy: isHosted ? host : null,
      contactName: before.contactName,
      contactEmail: before.contactEmail
    };
  });
}

/** Where each municipality of a list comes from in the list before, and which of those before are not there any more. */
export function compareLists(
  geography: Geography,
  last: DatedList,
  next: { date: string; numbers: readonly string[] }
): { origins: Origin[]; gone: string[] } {
  const heirs = last.list.map(({ municipalityNo }) => ({
    municipalityNo,
    became: successorsOf(geography, municipalityNo, last.date, next.date)
  }));
  const origins = next.numbers.map((municipalityNo): Origin => {
    const from = heirs.filter(({ became }) => became.includes(municipalityNo));
    const isSplit = from.some(({ became }) => became.length > 1);
    return { municipalityNo, from: from.map((one) => one.municipalityNo), kind: kindOf(municipalityNo, from, isSplit) };
  });
  const numbers = new Set(next.numbers);
  const gone = heirs.filter(({ became }) => !became.some((number) => numbers.has(number)));
  return { origins, gone: gone.map((one) => one.municipalityNo) };
}

function kindOf(number: string, from: readonly { municipalityNo: string }[], isSplit: boolean): Origin['kind'] {
  const [only] = from;
  if (!only) return 'new';
  if (from.length > 1) return 'merged';
  if (isSplit) return 'split';
  return only.municipalityNo === number ? 'same' : 'renumbered';
}

function inRegion(geography: Geography, korusRegion: string, date: string): Municipality[] {
  return municipalitiesAt(geography, date).filter((municipality) => municipality.korusRegion === korusRegion);
}

function blank(municipalityNo: string): Expectation {
  return { municipalityNo, status: 'expected', coveredBy: null, contactName: null, contactEmail: null };
}

export const expectedViews = ['all', 'no_contact', 'not_self', 'changed'] as const;
/** Which municipalities of a list are shown. */
export type ExpectedView = (typeof expectedViews)[number];

/** Whether a view shows a municipality; `origin` is null when the list was not made from another. */
export function isInExpectedView(
  { status, contactEmail, origin }: Pick<Expectation, 'status' | 'contactEmail'> & { origin: Origin['kind'] | null },
  view: ExpectedView
): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'no_contact':
      return contactEmail === null;
    case 'not_self':
      return status !== 'expected';
    case 'changed':
      return origin !== null && origin !== 'same';
  }
}

/** The view that an address asks for; everything when it names none. */
export function expectedViewOf(text: string | null): ExpectedView {
  return expectedViews.find((view) => view === text) ?? 'all';
}
