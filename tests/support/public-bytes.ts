import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { textOfPdf } from './pdf-text.ts';
import { zipTexts } from './zip-text.ts';

/** Something that anybody gets: its address, what kind of file it says it is, what else was told of it, and its bytes. */
export type PublicBytes = { address: string; type: string; headers: string; bytes: Buffer };

/** Everything that anybody can read in it: as it is, and unpacked where it is packed. */
export async function textsOf({ type, bytes }: PublicBytes): Promise<string[]> {
  if (/openxmlformats|application\/zip/.test(type)) return [...zipTexts(bytes).values()];
  if (type.includes('parquet')) return [bytes.toString('latin1'), await parquetText(bytes)];
  if (type.includes('arrow')) return [bytes.toString('latin1'), JSON.stringify(tableFromIPC(bytes).toArray())];
  if (type.includes('pdf')) return [bytes.toString('latin1'), textOfPdf(inflated(bytes))];
  return [bytes.toString('utf8'), ...embeddedIn(bytes.toString('utf8'))];
}

/** Its rows, and what its columns tell of themselves. */
async function parquetText(bytes: Buffer): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'regionspeil-parquet-'));
  const file = join(directory, 'file.parquet');
  writeFileSync(file, bytes);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const asked = [`select * from '${file}'`, `select * from parquet_metadata('${file}')`];
    const answers = await Promise.all(asked.map(async (sql) => (await duckdb.runAndReadAll(sql)).getRowsJson()));
    return JSON.stringify(answers);
  } finally {
    duckdb.closeSync();
    rmSync(directory, { recursive: true });
  }
}

/** A PDF with its packed streams opened. */
function inflated(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, packed: string) => {
    try {
      return `stream\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}\nendstream`;
    } catch {
      return whole; // not packed
    }
  });
  return Buffer.from(text, 'latin1');
}

/** Files that lie in a page as data addresses. */
function embeddedIn(text: string): string[] {
  return [...text.matchAll(/data:[\w/+.-]+;(?:[\w-]+=[\w-]+;)*base64,([A-Za-z0-9+/=]+)/g)].map(([, packed = '']) =>
    Buffer.from(packed, 'base64').toString('utf8')
  );
}

const between = String.raw`(?:[ \u00a0\u2009\u202f.,'’]|&nbsp;|&#160;|&#xa0;)`;
const groups = new RegExp(String.raw`(?<=\d)${between}(?=\d{3}(?!\d))`, 'g');
const figures = /(?<!\w)\d{5,}(?:[.,]\d+)?(?!\w)/g;

/** The large numbers that stand in a text, to the whole: as written, and with thousands apart. */
export function largeNumbers(text: string): Set<number> {
  const found = [text, text.replace(groups, '')].flatMap((one) => one.match(figures) ?? []);
  return new Set(found.flatMap((one) => [Math.round(Number(one.replace(',', '.'))), Number.parseInt(one, 10)]));
}
