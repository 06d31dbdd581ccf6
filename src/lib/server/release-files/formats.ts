import { createHash } from 'node:crypto';
import { releaseFormats, type ReleaseFormatId } from '#lib/domain/release-format.ts';
import type { ReleaseReading } from '#lib/domain/release-reading.ts';
import { drawnPictures } from '#lib/server/picture-png.ts';
import { archiveFile } from './archive.ts';
import type { ReleaseFile, Write, Written } from './format.ts';
import { parquetFiles } from './parquet.ts';
import { reportDocx } from './report-docx.ts';
import { reportPdf } from './report-pdf.ts';
import { csvFiles, dataPackage, jsonStatFiles, workbookFiles } from './tables.ts';

const writers: Record<ReleaseFormatId, Write> = {
  csv: (reading) => csvFiles(reading, 'plain'),
  'csv-excel': (reading) => csvFiles(reading, 'norwegian_excel'),
  xlsx: workbookFiles,
  'json-stat': jsonStatFiles,
  parquet: parquetFiles,
  'data-package': dataPackage,
  svg: ({ pictures }) => pictures.map(({ name, svg }) => ({ part: name, bytes: svg })),
  png: pngFiles,
  docx: reportDocx,
  pdf: (reading) => reportPdf(reading),
  archive: archiveFile
};

/**
 * Every file of a release in one language, each with the hash of its bytes. The same reading gives the same files. `tell` is
 * called after each format.
 */
export async function releaseFiles(
  reading: ReleaseReading,
  tell: () => void = () => undefined
): Promise<ReleaseFile[]> {
  const files: ReleaseFile[] = [];
  for (const { id, mediaType, ending } of releaseFormats) {
    for (const { part, bytes } of await writers[id](reading, files)) {
      const content = new Uint8Array(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      const name = [reading.stem, ...(part === null ? [] : [part])].join('-') + ending;
      const hash = createHash('sha256').update(content).digest('hex');
      files.push({ format: id, name, mediaType, bytes: content, hash });
    }
    tell();
  }
  return files;
}

async function pngFiles({ pictures }: ReleaseReading): Promise<Written[]> {
  const drawn = await drawnPictures(pictures);
  return [...drawn].map(([name, { bytes }]) => ({ part: name, bytes }));
}
