const office = 'application/vnd.openxmlformats-officedocument';
const csv = 'text/csv; charset=utf-8';

/** Every format that a release is written in, in the order that they are made and offered; one that tells of others stands after them. */
export const releaseFormats = [
  { id: 'csv', mediaType: csv, ending: '.csv' },
  { id: 'csv-excel', mediaType: csv, ending: '-excel.csv' },
  { id: 'xlsx', mediaType: `${office}.spreadsheetml.sheet`, ending: '.xlsx' },
  { id: 'json-stat', mediaType: 'application/json', ending: '.json' },
  { id: 'parquet', mediaType: 'application/vnd.apache.parquet', ending: '.parquet' },
  { id: 'data-package', mediaType: 'application/json', ending: '-datapackage.json' },
  { id: 'svg', mediaType: 'image/svg+xml', ending: '.svg' },
  { id: 'png', mediaType: 'image/png', ending: '.png' },
  { id: 'docx', mediaType: `${office}.wordprocessingml.document`, ending: '.docx' },
  { id: 'pdf', mediaType: 'application/pdf', ending: '.pdf' },
  { id: 'archive', mediaType: 'text/html; charset=utf-8', ending: '.html' }
] as const;
export type ReleaseFormatId = (typeof releaseFormats)[number]['id'];

/** The format of a file by how its name ends, the longest ending first; null of another's. */
export function formatOf(name: string): ReleaseFormatId | null {
  const found = releaseFormats.filter(({ ending }) => name.endsWith(ending));
  return found.sort((a, b) => b.ending.length - a.ending.length)[0]?.id ?? null;
}
