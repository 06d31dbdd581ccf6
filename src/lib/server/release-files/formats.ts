import { createHash } from 'node:crypto';
import type { ReleaseReading } from '#lib/domain/release-reading.ts';
import { drawnPictures } from '#lib/server/picture-png.ts';
import { archiveFile } from './archive.ts';
import type { ReleaseFile, ReleaseFormat, Written } from './format.ts';
import { parquetFiles } from './parquet.ts';
import { reportDocx } from './report-docx.ts';
import { reportPdf } from './report-pdf.ts';
import { csvFiles, dataPackage, jsonStatFiles, workbookFiles } from './tables.ts';

const office = 'application/vnd.openxmlformats-officedocument';

/**
 * Every format that a release is written in. A new one is a line here and its label in `i18n`; a format that tells of
 * others stands after them.
 */
export const releaseFormats: readonly ReleaseFormat[] = [
  { id: 'csv', mediaType: 'text/csv; charset=utf-8', ending: '.csv', write: (reading) => csvFiles(reading, 'plain') },
  {
    id: 'csv-excel',
    mediaType: 'text/csv; charset=utf-8',
    ending: '-excel.csv',
    write: (reading) => csvFiles(reading, 'norwegian_excel')
  },
  { id: 'xlsx', mediaType: `${office}.spreadsheetml.sheet`, ending: '.xlsx', write: workbookFiles },
  { id: 'json-stat', mediaType: 'application/json', ending: '.json', write: jsonStatFiles },
  { id: 'parquet', mediaType: 'application/vnd.apache.parquet', ending: '.parquet', write: parquetFiles },
  { id: 'data-package', mediaType: 'application/json', ending: '-datapackage.json', write: dataPackage },
  { id: 'svg', mediaType: 'image/svg+xml', ending: '.svg', write: svgFiles },
  { id: 'png', mediaType: 'image/png', ending: '.png', write: pngFiles },
  { id: 'docx', mediaType: `${office}.wordprocessingml.document`, ending: '.docx', write: reportDocx },
  { id: 'pdf', mediaType: 'application/pdf', ending: '.pdf', write: (reading) => reportPdf(reading) },
  { id: 'archive', mediaType: 'text/html; charset=utf-8', ending: '.html', write: archiveFile }
];

/** Every file of a release in one language, each with the hash of its bytes. The same reading gives the same files. */
export async function releaseFiles(reading: ReleaseReading): Promise<ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  for (const { id, mediaType, ending, write } of releaseFormats) {
    for (const { part, bytes } of await write(reading, files)) {
      const content = new Uint8Array(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      const name = [reading.stem, ...(part === null ? [] : [part])].join('-') + ending;
      const hash = createHash('sha256').update(content).digest('hex');
      files.push({ format: id, name, mediaType, bytes: content, hash });
    }
  }
  return files;
}

function svgFiles({ pictures }: ReleaseReading): Written[] {
  return pictures.map(({ name, svg }) => ({ part: name, bytes: svg }));
}

async function pngFiles({ pictures }: ReleaseReading): Promise<Written[]> {
  const drawn = await drawnPictures(pictures);
  return [...drawn].map(([name, { bytes }]) => ({ part: name, bytes }));
}
