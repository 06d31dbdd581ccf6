import type { ReleaseReading } from '#lib/domain/release-reading.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { releaseCubes, sourceOf } from './cubes.ts';
import { dataTables } from './data-tables.ts';
import { textOf, type ReleaseInput } from './input.ts';
import { releasePictures } from './pictures.ts';
import { aboutRows, methodTexts, reportBlocks } from './report.ts';

/** A release in one language, as every file of it is written from. The same content gives the same reading. */
export function releaseReading(input: ReleaseInput): ReleaseReading {
  const { content, language, address, at } = input;
  const text = textOf(input);
  const { round, korusRegion, slug, version } = content;
  const pictures = releasePictures(input);
  const day = (date: string) => formatDate(date, language);
  return {
    ...{ language, address, at, pictures },
    stem: `${korusRegion}-${slug}-v${version}-${language}`,
    title: content.title[language],
    subtitle: text.subtitle(round.name, day(round.periodStart), day(round.periodEnd)),
    kind: round.dataKind === 'reported' ? null : text.kinds[round.dataKind],
    source: text.sourceLine(sourceOf(input)),
    version: text.version(version),
    versionNo: version,
    tables: dataTables(input),
    cubes: releaseCubes(input),
    report: reportBlocks(input, pictures),
    guide: guideRows(input),
    words: text.words,
    formats: text.formats
  };
}

function guideRows(input: ReleaseInput): [string, string][] {
  const { sections, symbols, blank } = textOf(input);
  const { note, footnotes } = input.content;
  return [
    ...aboutRows(input),
    ...(note === null ? [] : [[sections.correction, note] as [string, string]]),
    ...Object.entries(symbols),
    [sections.symbols, blank],
    ...footnotes[input.language].map((footnote): [string, string] => [sections.footnotes, footnote]),
    ...methodTexts(input).map((method): [string, string] => [sections.method, method])
  ];
}
