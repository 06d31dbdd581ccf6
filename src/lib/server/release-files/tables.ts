import { delimitedFile, type DelimitedForm } from '#lib/domain/delimited-file.ts';
import { jsonStat } from '#lib/domain/json-stat.ts';
import type { FileTable, FileValue, ReleaseReading } from '#lib/domain/release-reading.ts';
import { workbookFile, type Sheet } from '#lib/server/workbook.ts';
import type { ReleaseFile, Written } from './format.ts';

/** Each table as CSV: codes as headings, and an empty value where there is none. */
export function csvFiles({ tables }: ReleaseReading, form: DelimitedForm): Written[] {
  const separator = form === 'plain' ? '.' : ',';
  return tables.map(({ name, columns, rows }) => {
    const lines = rows.map((cells) => cells.map((value) => cellText(value, separator)));
    return { part: name, bytes: delimitedFile([columns.map((column) => column.name), ...lines], form) };
  });
}

function cellText(value: FileValue, separator: string): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value).replace('.', separator) : value;
}

/** Each cube as a data set of JSON-stat. */
export function jsonStatFiles({ cubes }: ReleaseReading): Written[] {
  return cubes.map((cube) => ({ part: cube.id, bytes: `${JSON.stringify(jsonStat(cube))}\n` }));
}

/** A workbook: first how it is read, then each table with its numbers as numbers. */
export async function workbookFiles(reading: ReleaseReading): Promise<Written[]> {
  const sheets = [guideSheet(reading), ...reading.tables.map(tableSheet)];
  return [{ part: null, bytes: await workbookFile(sheets) }];
}

function guideSheet({ title, subtitle, guide, tables, words }: ReleaseReading): Sheet {
  const columns = tables.flatMap((table) => [
    [`${words.columns}: ${table.title}`, ''],
    ...table.columns.map((column) => [column.title, column.description])
  ]);
  return { name: words.guide, rows: [[title, subtitle], ...guide, ...columns], widths: [34, 110] };
}

function tableSheet({ title, columns, rows }: FileTable): Sheet {
  const widths = columns.map((column) => Math.min(40, Math.max(10, column.title.length + 2)));
  return { name: title, rows: [columns.map((column) => column.title), ...rows], widths };
}

/**
 * A description of the plain CSV files for programs: Frictionless Data Package with a Table Schema each. Values that are
 * missing are empty; the signs are listed too for those who put them in.
 */
export function dataPackage(reading: ReleaseReading, before: readonly ReleaseFile[]): Written[] {
  const { stem, title, subtitle, tables, address, at, versionNo, language, source } = reading;
  const resources = tables.map((table) => {
    const file = before.find(({ format, name }) => format === 'csv' && name === `${stem}-${table.name}.csv`);
    if (!file) throw new Error(`no CSV file of the table ${table.name}`);
    return {
      ...{ name: table.name, title: table.title, path: file.name, type: 'table', scheme: 'file', format: 'csv' },
      ...{ mediatype: file.mediaType, encoding: 'utf-8', bytes: file.bytes.length, hash: `sha256:${file.hash}` },
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: { fields: table.columns.map(fieldOf), missingValues: [''] }
    };
  });
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...{ name: stem, id: address, title, description: subtitle, homepage: address, language },
    ...{ version: String(versionNo), created: at.toISOString(), sources: [{ title: source, path: address }] },
    resources
  };
  return [{ part: null, bytes: `${JSON.stringify(description, null, 2)}\n` }];
}

/** The signs are missing values of numbers only: in the column of signs they are what is told. */
function fieldOf({ name, type, title, description }: FileTable['columns'][number]) {
  return { name, type, title, description, ...(type !== 'string' && { missingValues: ['', ':', '..', '.'] }) };
}
