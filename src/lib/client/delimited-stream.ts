import Papa from 'papaparse';
import {
  decodeText,
  fromWindows1252,
  hasControl,
  separatorOf,
  withoutSeparatorLine,
  type DelimitedRow,
  type UnreadableText
} from '#lib/domain/delimited-text.ts';

/** Where reading has come to; `bytes` of the file are read. */
type Progress = { bytes: number };
type Take = (rows: DelimitedRow[], progress: Progress) => void;
type Decode = (chunk: Uint8Array, isLast: boolean) => string | null;

const chunkSize = 1 << 20;
/** A row longer than this has a quote that is never closed. */
const longestRow = 1 << 20;

/**
 * Reads a file a piece at a time, and gives the rows of each piece as they are there, blank ones left out. The whole is
 * never in memory. Null when all of it was read, else why not.
 */
export async function readDelimitedStream(file: Blob, take: Take, size = chunkSize): Promise<UnreadableText | null> {
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const start = decodeText(first.slice(0, first.length - (first.length % 2)));
  if ('refused' in start && start.refused === 'workbook') return start;
  const isWide = first[0] === 0xff && first[1] === 0xfe;
  const decode = isWide ? decoderOf('utf-16le') : (await isUtf8(file, size)) ? decoderOf('utf-8') : fromWindows1252;
  const splitter = new RowSplitter();
  for (let at = 0; at < Math.max(file.size, 1); at += size) {
    const isLast = at + size >= file.size;
    const text = decode(new Uint8Array(await file.slice(at, at + size).arrayBuffer()), isLast);
    if (text === null || hasControl(text)) return { refused: 'not_text' };
    const split = splitter.split(text, isLast);
    if ('refused' in split) return split;
    take(split.rows, { bytes: Math.min(at + size, file.size) });
  }
  return null;
}

/** Cuts a text that comes in pieces into rows; keeps the row that is not whole yet. */
class RowSplitter {
  #rest = '';
  #line = 1;
  #separator: string | null = null;

  split(text: string, isLast: boolean): { rows: DelimitedRow[] } | UnreadableText {
    const whole = this.#rest + text;
    const endsInReturn = !isLast && whole.endsWith('\r');
    const body = this.#begin((endsInReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n'));
    const parser = new Papa.Parser({ delimiter: this.#separator ?? ';', newline: '\n' });
    const { data, errors, meta } = parser.parse(body, 0, !isLast) as Papa.ParseResult<string[]>;
    const rows = data.map((cells) => this.#rowOf(cells));
    const [error] = errors;
    if (error) return { refused: 'quotes', line: rows[error.row ?? 0]?.line ?? this.#line };
    this.#rest = isLast ? '' : body.slice(meta.cursor) + (endsInReturn ? '\r' : '');
    if (this.#rest.length > longestRow) return { refused: 'quotes', line: this.#line };
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  }

  #begin(text: string): string {
    if (this.#separator !== null) return text;
    const { separator, body, from } = withoutSeparatorLine(text.replace(/^\uFEFF/, ''));
    this.#separator = separator ?? separatorOf(body);
    this.#line += from;
    return body;
  }

  #rowOf(cells: string[]): DelimitedRow {
    const line = this.#line;
    this.#line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line, cells };
  }
}

function decoderOf(encoding: 'utf-8' | 'utf-16le'): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk, isLast) => {
    try {
      return decoder.decode(chunk, { stream: !isLast });
    } catch {
      return null; // bytes that this encoding does not have: the file is no text
    }
  };
}

async function isUtf8(file: Blob, size: number): Promise<boolean> {
  const decode = decoderOf('utf-8');
  for (let at = 0; at < file.size; at += size) {
    const chunk = new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    if (decode(chunk, at + size >= file.size) === null) return false;
  }
  return true;
}
