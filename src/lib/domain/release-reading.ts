import type { Cube } from './json-stat.ts';
import type { Language } from './language.ts';
import type { ReleasedFigure, ReleasedStatus } from './release-content.ts';

/** The sign of the public for each status, as Statistics Norway uses them; a shown figure needs none. */
export const releaseSymbols = {
  shown: '',
  hidden: ':',
  missing: '..',
  not_applicable: '.'
} as const satisfies Record<ReleasedStatus, string>;

const precision = 1_000_000;

/**
 * The number of a figure with its interval, to six decimals, so that every machine writes the same; nothing of a figure
 * that is not shown, whatever it carries.
 */
export function shownOf({ status, value, low, high }: ReleasedFigure): Pick<ReleasedFigure, 'value' | 'low' | 'high'> {
  if (status !== 'shown') return { value: null, low: null, high: null };
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * precision) / precision;
}

export type FileValue = string | number | null;
export type FileColumn = { name: string; type: 'string' | 'integer' | 'number'; title: string; description: string };
/** A table of data with codes and labels; its name is part of a file's name. */
export type FileTable = {
  name: string;
  title: string;
  columns: readonly FileColumn[];
  rows: readonly (readonly FileValue[])[];
};

/** A picture as SVG with all that belongs to it in it; the title tells what it shows. */
export type ReleasePicture = { name: string; title: string; svg: string };

/** A part of the report, in the order it is read. The first cell of a row names it. */
export type ReportBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'table'; caption: string; headings: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'picture'; picture: ReleasePicture };

/** The words that only a file needs. */
type FileWords = {
  guide: string;
  columns: string;
  type: string;
  files: string;
  file: string;
  size: string;
  hash: string;
  archiveLead: string;
  page: (page: number, pages: number) => string;
  bytes: (count: number) => string;
};

/** A release in one language, made from its content alone: every file is written from this. */
export type ReleaseReading = {
  language: Language;
  /** What every file's name begins with. */
  stem: string;
  title: string;
  subtitle: string;
  /** "syntetiske tall" or the like; null when the figures are what municipalities reported. */
  kind: string | null;
  source: string;
  version: string;
  versionNo: number;
  /** Where this version stays, and when it was made. */
  address: string;
  at: Date;
  tables: readonly FileTable[];
  cubes: readonly Cube[];
  pictures: readonly ReleasePicture[];
  report: readonly ReportBlock[];
  /** What a reader of the tables must know: footnotes, signs and method. */
  guide: readonly (readonly [label: string, text: string])[];
  words: FileWords;
  /** What each format is called, by its name, and what it is good for. */
  formats: Readonly<Record<string, { label: string; means: string }>>;
};

/** What a document is written from: a release, or something else that has no tables and no formats of its own. */
export type ReportReading = Pick<
  ReleaseReading,
  'language' | 'title' | 'subtitle' | 'kind' | 'source' | 'version' | 'at' | 'pictures' | 'report'
> & { words: Pick<FileWords, 'page'> };
